import { plainLetters } from "../../../common/plain-letters.ts";

/** Words that only join others; left out inside a header, never at its ends. */
const JOINING = new Set(
  (
    "of or the and o ou oder de del la las los el y e et du des le les d l da do dos das di della delle dello " +
    "dei degli der die das des und von zur zum van het en voor per i og och ja ve и の 的"
  ).split(" "),
);
export function isJoining(word: string): boolean {
  return JOINING.has(word);
}

/** What people add to a header that says nothing about its meaning. */
const REMARK =
  /^(?:required|optional|obligatorio|opcional|obligatoire|facultatif|pflichtfeld|optionnel|obrigat[oó]rio|wymagane|opcjonalnie|povinné|nepovinné|obligatoriskt?|valfritt?|påkrævet|påkrevd|pakollinen|valinnainen|zorunlu|isteğe bağlı|obligatori|обязательно|必須|任意|漢字|全角|半角|半角数字|名称|数字のみ|ハイフン(?:なし|無し|あり|有り)|西暦|和暦|公历|國曆|必填|选填|選填|如適用|如适用|if applicable|필수|선택|양력|adet|szt\.?|pkt\.?|pts?\.?|ks|stk?\.?|kpl|шт\.?|点|점|[dmyjatgråkpvгмд年月日]{1,4}(?:[\s/.-][dmyjatgråkpvгмд年月日]{1,4}){1,2})$/iu;
const IN_BRACKETS = /[([{]([^()[\]{}]{1,40})[)\]}]/g;
/** Nobody writes longer headers; what is longer is a text, of which the rest is not looked at. */
const MAX_LENGTH = 200;

/** `Forename(s)`, `Née(s)`. */
const PLURAL_ENDING = /(?<=\p{L})\((?:s|es|n|en)\)/giu;
/** `Soci/a`, `Né/e le`. */
const GENDER_ENDING = /(?<=\p{L}{2})\/(?:a|e|as|es|in)(?!\p{L})/giu;
/** `Kundennummer`, `Telefoonnr`, `Postinumero`: one word for what others write in two. */
const GLUED_NUMBER = /^(\p{L}{3,})(?:nummer|numero|nro|nr)$/u;
const NUMBER_WORDS = new Set(
  "numero nummer nr nro num nbr numer numeru cislo cisla numarasi numara номер номера".split(" "),
);
/** Letters and punctuation of full or half width. */
const OTHER_WIDTH = /[\uFF01-\uFFEF]+/gu;
const OTHER_BRACKETS = /[【〔「『]([^【〔「『】〕」』]*)[】〕」』]/gu;
/** Chinese, Japanese, Korean: written without blanks. */
const EASTERN = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}ー";
const SCRIPT_BORDER = new RegExp(
  `(?<=[${EASTERN}])(?=[A-Za-z])|(?<=[A-Za-z])(?=[${EASTERN}])`,
  "gu",
);
const EASTERN_OF = new RegExp(`(?<=[${EASTERN}])[の的](?=[${EASTERN}])`, "gu");
const HAS_EASTERN = new RegExp(`[${EASTERN}]`, "u");
/** Most words that headers are looked up by: nothing in them has another form. */
const ASCII_WORDS = /^[a-z ]*$/;
/** Nothing in such a text needs more than its blanks. */
const SMALL_LETTERS = /^[\p{Ll} ]*$/u;
const BEGINS_EASTERN = new RegExp(`^[${EASTERN}]`, "u");

export function isEastAsian(text: string): boolean {
  return BEGINS_EASTERN.test(text);
}

/** A text with its letters, digits and brackets in their usual forms. */
export function plainForms(text: string): string {
  return text
    .replace(OTHER_WIDTH, (forms) => forms.normalize("NFKC"))
    .replace(OTHER_BRACKETS, "[$1]")
    .normalize("NFC");
}

/**
 * A header as plain words: `firstName`, `First-Name *`, `FIRST_NAME` and `first name` are all
 * `["first", "name"]`. Accents and case are gone; `#`, `N°`, `No.` and `Nummer` are `number`.
 */
export function headerWords(header: string): readonly string[] {
  const text = header.slice(0, MAX_LENGTH);
  return plainWords(text)
    .flatMap((word) =>
      /[ro]$/.test(word) ? word.replace(GLUED_NUMBER, "$1 number").split(" ") : word,
    )
    .filter((word) => word !== "")
    .map((word, at, all) => (isNumberWord(word, at, all.length) ? "number" : word));
}

function plainWords(text: string): readonly string[] {
  if (ASCII_WORDS.test(text)) return text.replace(E_MAIL, "e$1").split(" ");
  const spaced = SMALL_LETTERS.test(text) ? text : spacedOut(text);
  return plainLetters(spaced)
    .normalize("NFC")
    .replace(/\b[dl]['’]/g, "")
    .replace(E_MAIL, "e$1")
    .split(/[^\p{L}\p{N}]+/u);
}

const E_MAIL = /\be[\s\-_]+(mail|posta?)\b/g;

/** Words that stand in one, with signs between them or with remarks, as words between blanks. */
function spacedOut(text: string): string {
  const spaced = plainForms(text)
    .replace(IN_BRACKETS, (whole, inside: string) => (REMARK.test(inside.trim()) ? " " : whole))
    .replace(PLURAL_ENDING, "")
    .replace(GENDER_ENDING, "")
    .replace(/〒(?:番号)?/g, text.includes("郵便") ? " " : "郵便番号")
    .replace(/(\p{L})['’]s\b/giu, "$1")
    .replace(/[&+]\s*(?=\p{L})/gu, " and ")
    .replace(/\bNo\.\s*(?=\p{L})/gu, " number ")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(?<=\p{Lu}\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/\p{L}(?=\p{N})/gu, "$& ")
    .replace(/\p{N}(?=\p{L})/gu, "$& ")
    .replace(/(?<!\p{L})č(?!\p{L})/giu, " number ")
    .replace(/#|№|\b[Nn](?:um|ro|r)?\s?[°º]|\b[Nn]\.º/gu, " number ");
  if (!HAS_EASTERN.test(spaced)) return spaced;
  return spaced.replace(SCRIPT_BORDER, " ").replace(EASTERN_OF, " $& ");
}

/** Short for number beside other words; "no" only where it stands last, "n" at either end. */
function isNumberWord(word: string, at: number, length: number): boolean {
  if (NUMBER_WORDS.has(word)) return true;
  if (length === 1) return false;
  return (word === "no" && at === length - 1) || (word === "n" && (at === 0 || at === length - 1));
}

/** One key a header is looked up by: its words without blanks, joining words inside left out. */
function wordsKey(words: readonly string[]): string {
  return words
    .filter((word, at) => at === 0 || at === words.length - 1 || !JOINING.has(word))
    .join("");
}

/** The two keys by which words are looked up: as written, and without joining words. */
export function wordsKeys(words: readonly string[]): readonly string[] {
  const whole = words.join("");
  const short = wordsKey(words);
  return whole === short ? [whole] : [whole, short];
}
