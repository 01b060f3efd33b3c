/** Words inside a name that begin small in the languages they come from. */
const PARTICLES = new Set(
  (
    "van von der den de del della dei degli di da das do dos du des la las le les los el al bin ibn ter ten " +
    "te zu zum zur vom af av y und and of the"
  ).split(" "),
);
/** Numerals that are no names: Xi and Vi are. */
const NUMERALS = new Set(["ii", "iii", "iv", "vii", "viii", "ix"]);
const APOSTROPHES = /(['’ʼʻ`])/;
/** What begins small behind an apostrophe: 's, 't, 're. */
const SHORT = 2;
const HAS_UPPER = /\p{Lu}/u;
const HAS_LOWER = /\p{Ll}/u;
/** Letters that only Turkish and its kin have, where a dot on the i is a letter of its own. */
const TURKIC = /[İıĞğ]/u;
/** Its capitals are for whole texts only. */
const GEORGIAN = /[\u10D0-\u10FF]/;

/** Lower case in the language that a text's letters show. */
export function lowerCase(text: string): string {
  return text.toLocaleLowerCase(TURKIC.test(text) ? "tr" : "en");
}

export function upperCase(text: string): string {
  return text.toLocaleUpperCase(TURKIC.test(text) ? "tr" : "en");
}

/**
 * A name with capitals as people write it. Words that mix cases already were written by someone who
 * knew; done twice it changes nothing.
 */
export function titleCase(text: string): string {
  const isMixed = HAS_UPPER.test(text) && HAS_LOWER.test(text);
  const turkic = TURKIC.test(text);
  let seen = 0;
  const result = text
    .split(/(\s+)/)
    .map((word) => {
      if (!/\p{L}/u.test(word)) return word;
      seen += 1;
      return titleWord(word, { isFirst: seen === 1, isMixed, turkic });
    })
    .join("");
  // The only capital was one that goes: then nothing was small on purpose.
  return isMixed && !HAS_UPPER.test(result) ? titleCase(result) : result;
}

interface Place {
  readonly isFirst: boolean;
  /** Whether the whole text mixes cases: its small words are small on purpose. */
  readonly isMixed: boolean;
  readonly turkic: boolean;
}

function titleWord(word: string, place: Place): string {
  if (/\p{N}/u.test(word) || isMixedWord(word)) return word;
  const small = word.toLocaleLowerCase(place.turkic ? "tr" : "en");
  const mayBeSmall = !place.isFirst || (place.isMixed && word === small);
  if (mayBeSmall && PARTICLES.has(small)) return small;
  const isCapital = word !== small;
  if (!place.isFirst && NUMERALS.has(small)) return small.toUpperCase();
  if (!place.isFirst && place.isMixed && isCapital && /^[IVX]{2,5}$/.test(word)) return word;
  const parts = small.split("-");
  return parts
    .map((part, at) => {
      const isInside = at > 0 && at < parts.length - 1;
      return isInside && PARTICLES.has(part) ? part : titlePart(part, place.turkic);
    })
    .join("-");
}

/** "McDonald", "iPhone": capitals elsewhere than at the beginnings of its parts. */
function isMixedWord(word: string): boolean {
  return HAS_UPPER.test(word) && HAS_LOWER.test(word);
}

/** A part between hyphens, in small letters: `o'brien`, `mary's`, `mcdonald`, `j.r.`. */
function titlePart(part: string, turkic: boolean): string {
  const pieces = part.split(APOSTROPHES);
  return pieces
    .map((piece, at) => {
      const behind = at > 0;
      const elided = !behind && piece === "" ? false : behind;
      if (elided && piece.length <= SHORT) return piece;
      return piece
        .split(/(\.)/)
        .map((one) => capital(one, turkic))
        .join("");
    })
    .join("");
}

function capital(piece: string, turkic: boolean): string {
  if (/^mc\p{L}{3}/u.test(piece)) return `Mc${capital(piece.slice(2), turkic)}`;
  if (/^ij[bcdfgklmnprstvz]/.test(piece)) return `IJ${piece.slice(2)}`;
  const at = piece.search(/\p{L}/u);
  if (at < 0) return piece;
  const letter = String.fromCodePoint(piece.codePointAt(at) ?? 0);
  const upper = letter.toLocaleUpperCase(turkic ? "tr" : "en");
  // ß and its like have no capital of one letter.
  if (GEORGIAN.test(letter) || [...upper].length !== 1) return piece;
  return piece.slice(0, at) + upper + piece.slice(at + letter.length);
}
