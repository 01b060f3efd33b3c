/** Letters of the Cyrillic and the Greek alphabet that look like Latin ones. */
const CYRILLIC = "АВЕЗІЈКМНОРЅТУХаеорсухіјѕкС";
const GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ";
/** The Latin ones. */
const LATIN = "ABCEHIJKMNOPSTXYZaceijkopsuxyv";

const IN_ONE = /[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]/;
const HAS_LATIN = /[A-Za-z]/;
const ONLY_ALIKE = new RegExp(`^[\\x00-\\x7f${CYRILLIC}${GREEK}]+$`);
const LATIN_ALIKE = new RegExp(`^[^A-Za-z]*(?:[${LATIN}][^A-Za-z]*)+$`);
const OTHER_LETTER = /[\u0370-\u03ff\u0400-\u052f]/;

/**
 * Whether letters of two alphabets stand in one word (`Аnn` with a Cyrillic А), or beside Latin words
 * others of which each looks like a Latin letter (`К-100A`, `сосо@example.com`). Not asked of ASCII.
 */
export function mixesAlphabets(text: string): boolean {
  return IN_ONE.test(text) || (HAS_LATIN.test(text) && ONLY_ALIKE.test(text));
}

/** The alphabet of a text's letters; "alike" where each may be a letter of another one. */
export type Alphabet = "none" | "latin" | "latin-alike" | "other" | "other-alike";

export function alphabetOf(text: string): Alphabet {
  let found = NO_LETTER;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ASCII_END) return alphabetBeyond(text);
    found |= ASCII_LETTERS[code] as number;
  }
  if (found === NO_LETTER) return "none";
  return found === ALIKE ? "latin-alike" : "latin";
}

/** Of ASCII's signs, which are letters and which of those look like another alphabet's. */
const ASCII_END = 128;
const NO_LETTER = 0;
const ALIKE = 1;
const LETTER = 2;
const ASCII_LETTERS = Uint8Array.from({ length: ASCII_END }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (LATIN.includes(sign)) return ALIKE;
  return HAS_LATIN.test(sign) ? LETTER : NO_LETTER;
});

function alphabetBeyond(text: string): Alphabet {
  if (OTHER_LETTER.test(text)) return ONLY_ALIKE.test(text) ? "other-alike" : "other";
  if (!HAS_LATIN.test(text)) return "none";
  return LATIN_ALIKE.test(text) ? "latin-alike" : "latin";
}
