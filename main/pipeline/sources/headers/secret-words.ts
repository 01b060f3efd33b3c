import { plainLetters } from "../../../common/plain-letters.ts";

/** Words of passwords, in plain letters; "clave" alone is a code as well. */
const PASSWORD =
  /pass(?:\s?word|wd|phrase|code|wort)|\bpwd?\b|kenn?wort|contrasen|\bclave (?:de acceso|secreta|personal)|\bmot de passe|\bmdp\b|\bsenha|palavra[- ]passe|wachtwoord|parola d.ordine|\bhaslo|losenord|adgangskode|kodeord|passord|zugangs(?:code|kennwort)|\bgeheime code|\bsecret (?:word|code)|salasana|\bheslo|\bsifre|\bparola\b|парол/;
/** The same where words have no blanks. */
const PARTS = ["パスワード", "暗証番号", "비밀번호", "密码", "密碼"].map(plainLetters);
/** Words of PINs; in India the postal code is one too. */
const PIN = /(?:^|[^a-z])pin(?:[^a-z]|$)|\bpin(?:code|nummer|nr)\b|geheimzahl/;
/** A header is not longer. */
const LONGEST = 60;

/** Whether a header has a word of passwords, or of PINs, which may be postal codes. */
export function secretWord(header: string): "password" | "pin" | null {
  if (header.length > LONGEST) return null;
  // `customerPassword`, `user_pin`: words in one.
  const words = plainLetters(header.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")).replace(/[_.]/g, " ");
  if (PASSWORD.test(words) || PARTS.some((part) => words.includes(part))) return "password";
  return PIN.test(words) ? "pin" : null;
}
