import { plainLetters } from "../../../common/plain-letters.ts";

/** Words that only join others; left out inside a header, never at its ends. */
const JOINING = new Set(
  (
    "of or the and o ou oder de del la las los el y e et du des le les d l da do dos das di della delle dello " +
    "dei degli der die das des und von zur zum van het en voor per"
  ).split(" "),
);
export function isJoining(word: string): boolean {
  return JOINING.has(word);
}

/** What people add to a header that says nothing about its meaning. */
const REMARK =
  /^(?:required|optional|obligatorio|opcional|obligatoire|facultatif|pflichtfeld|optionnel|[dmyjatg]{1,4}(?:[\s/.-][dmyjatg]{1,4}){1,2})$/i;
const IN_BRACKETS = /[([{]([^()[\]{}]{1,40})[)\]}]/g;
/** Nobody writes longer headers; what is longer is a text, of which the rest is not looked at. */
const MAX_LENGTH = 200;

/** `Forename(s)`, `Née(s)`. */
const PLURAL_ENDING = /(?<=\p{L})\((?:s|es|n|en)\)/giu;
/** `Kundennummer`, `Telefoonnr`: one word for what others write in two. */
const GLUED_NUMBER = /^(\p{L}{3,})(?:nummer|nr)$/u;
const NUMBER_WORDS = new Set(["numero", "nummer", "nr", "nro", "num", "nbr"]);

/**
 * A header as plain words: `firstName`, `First-Name *`, `FIRST_NAME` and `first name` are all
 * `["first", "name"]`. Accents and case are gone; `#`, `N°`, `No.` and `Nummer` are `number`.
 */
export function headerWords(header: string): readonly string[] {
  const spaced = header
    .slice(0, MAX_LENGTH)
    .normalize("NFC")
    .replace(IN_BRACKETS, (whole, inside: string) => (REMARK.test(inside.trim()) ? " " : whole))
    .replace(PLURAL_ENDING, "")
    .replace(/(\p{L})['’]s\b/giu, "$1")
    .replace(/[&+]\s*(?=\p{L})/gu, " and ")
    .replace(/\bNo\.\s*(?=\p{L})/gu, " number ")
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2")
    .replace(/(?<=\p{Lu}\p{Lu})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/\p{L}(?=\p{N})/gu, "$& ")
    .replace(/\p{N}(?=\p{L})/gu, "$& ")
    .replace(/#|№|\b[Nn](?:um|ro|r)?\s?[°º]|\b[Nn]\.º/gu, " number ");
  return plainLetters(spaced)
    .replace(/\b[dl]['’]/g, "")
    .replace(/\be[\s\-_]+(mail|posta?)\b/g, "e$1")
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => word.replace(GLUED_NUMBER, "$1 number").split(" "))
    .filter((word) => word !== "")
    .map((word, at, all) => (isNumberWord(word, at, all.length) ? "number" : word));
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
