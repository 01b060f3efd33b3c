import { plainLetters } from "../../../../common/plain-letters.ts";

/** What lists say of customers beside their names, in the languages of the headers; no name is one of these. */
const NOTES = new Set(
  (
    "deceased verstorben decede decedee fallecido fallecida difunto difunta deceduto deceduta defunto defunta falecido falecida " +
    "overleden zmarly zmarla avliden avdod afdod zemrel zemrela kuollut elhunyt decedat decedata умерла " +
    "duplicate duplikat dublette doublon duplicado duplicada duplicato deleted geloscht supprime eliminado eliminato excluido verwijderd usuniety " +
    "blocked gesperrt bloqueado bloqueada bloccato geblokkeerd zablokowany inactive inaktiv inactif inactivo inattivo inativo inactief nieaktywny verzogen"
  ).split(" "),
);
const DO_NOT = /\bdo not (?:use|contact|call|mail|email)\b/i;
const NOT = "not";
const BLANK = 32;
const DAGGER = 0x2020;

/** By first letter and length, whether some word may be a text: nearly no word of a name is one. */
const LETTERS = 128;
const LONGEST = 32;
const quick = new Uint8Array(LETTERS * LONGEST);
for (const word of [...NOTES, NOT]) quick[placeOf(word.charCodeAt(0), word.length)] = 1;

function placeOf(first: number, length: number): number {
  return ((first | BLANK) % LETTERS) * LONGEST + length;
}

/** A first look at a single word of letters. */
export function mayBeNote(word: string): boolean {
  return word.length < LONGEST && quick[placeOf(word.charCodeAt(0), word.length)] === 1;
}

/** Whether a name has a word or sign that says of a customer what is no name: "Lake (deceased)". */
export function holdsNote(name: string): boolean {
  const { length } = name;
  let from = 0;
  for (let at = 0; at <= length; at += 1) {
    const code = at < length ? name.charCodeAt(at) : BLANK;
    if (code === DAGGER) return true;
    if (code !== BLANK) continue;
    if (isNote(name, from, at)) return true;
    from = at + 1;
  }
  return false;
}

/** @param start and `end` of a word, with what stands around it: brackets, dashes, points */
function isNote(name: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from < to && isSign(name.charCodeAt(from))) from += 1;
  while (to > from && isSign(name.charCodeAt(to - 1))) to -= 1;
  const length = to - from;
  if (length >= LONGEST || quick[placeOf(name.charCodeAt(from), length)] !== 1) return false;
  const word = plainLetters(name.slice(from, to));
  return word === NOT ? DO_NOT.test(name) : NOTES.has(word);
}

function isSign(code: number): boolean {
  return code < 65 || (code > 90 && code < 97) || (code > 122 && code < 128);
}
