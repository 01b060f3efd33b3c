/** Words inside a name that begin small in the languages they come from. */
const PARTICLES = new Set(
  (
    "van von am der den dem de del della dei degli di da das do dos du des las los el al bin ibn ter ten " +
    "te zu zum zur vom auf aan op af av y und and of the upon nad pod"
  ).split(" "),
);
/** Small behind another of them: Jean de la Fontaine, but Marine Le Pen. */
const ARTICLES = new Set(["la", "le", "les"]);
/** Small before an article: in 't Veld, in der Au, Limburg an der Lahn. */
const BEFORE_ARTICLE = new Set("in an ob auf bei hinter vor".split(" "));
const ARTICLE = new Set(["'t", "’t", "de", "den", "der", "dem"]);
/** Small between hyphens: Stoke-on-Trent, Chalon-sur-Saône. */
const BETWEEN_HYPHENS = new Set([..."on sur sous lès en au aux".split(" "), ...ARTICLES]);
/** Numerals that are no names: Xi and Vi are. */
const NUMERALS = new Set(
  "ii iii iv vii viii ix xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii".split(" "),
);
/** Behind a name, they have capitals of their own. */
const WRITTEN = new Map(["PhD", "GmbH", "LLC", "LLP"].map((word) => [word.toLowerCase(), word]));
const APOSTROPHES = /(['‘’ʼʻ`´′＇])/;
const SEPARATORS = /([-/&+])/;
/** What begins small behind an apostrophe: 's, 't, 're. */
const SHORT = 2;
const HAS_UPPER = /\p{Lu}/u;
const HAS_LOWER = /\p{Ll}/u;
/** Letters that only Turkish and its kin have, where a dot on the i is a letter of its own. */
const TURKIC = /[İıĞğ]/u;
/** Its capitals are for whole texts only. */
const GEORGIAN = /[\u10D0-\u10FF]/;

/** Letters and pairs of them that Turkish has not: SMITH, WAGNER. */
const FOREIGN = /[qwx]|[tsp]h|ck/i;

/** Whether a list shows that its I is the capital of ı. */
export function isTurkicList(texts: readonly string[]): boolean {
  return texts.some((text) => TURKIC.test(text));
}

/** @param ofList whether the text stands in a list whose other words show it to be Turkish */
function isTurkic(text: string, ofList: boolean): boolean {
  return TURKIC.test(text) || (ofList && !FOREIGN.test(text));
}

/** Lower case in the language that a text's letters, or its list's, show. */
export function lowerCase(text: string, ofTurkicList = false): string {
  return lower(text, isTurkic(text, ofTurkicList));
}

export function upperCase(text: string, ofTurkicList = false): string {
  return text.toLocaleUpperCase(isTurkic(text, ofTurkicList) ? "tr" : "en");
}

/**
 * A name with capitals as people write it. Words that mix cases already were written by someone who
 * knew; done twice it changes nothing.
 */
export function titleCase(text: string, ofTurkicList = false): string {
  const isMixed = mixesCases(text);
  const turkic = isTurkic(text, ofTurkicList);
  const words = text.split(/(\s+)/);
  const smallAt = (at: number) => lower(words[at] ?? "", turkic);
  let seen = 0;
  const result = words
    .map((word, at) => {
      if (!/\p{L}/u.test(word)) return word;
      seen += 1;
      // Between two words stands a blank.
      const isSmall = isSmallInside(smallAt(at), smallAt(at - 2), smallAt(at + 2), isMixed, word);
      return titleWord(word, { isFirst: seen === 1, isMixed, isSmall, turkic });
    })
    .join("");
  // The only capital was one that goes: then nothing was small on purpose.
  return isMixed && !HAS_UPPER.test(result) ? titleCase(result, ofTurkicList) : result;
}

function lower(text: string, turkic: boolean): string {
  return text.toLocaleLowerCase(turkic ? "tr" : "en");
}

function isSmallInside(
  small: string,
  before: string,
  behind: string,
  isMixed: boolean,
  word: string,
): boolean {
  if (PARTICLES.has(small)) return true;
  if (ARTICLES.has(small)) return PARTICLES.has(before) || (isMixed && word === small);
  return BEFORE_ARTICLE.has(small) && ARTICLE.has(behind);
}

interface Place {
  readonly isFirst: boolean;
  /** Whether the whole text mixes cases: its small words are small on purpose. */
  readonly isMixed: boolean;
  /** Whether a word inside a name begins small. */
  readonly isSmall: boolean;
  readonly turkic: boolean;
}

function titleWord(word: string, place: Place): string {
  if (/\p{N}/u.test(word) || mixesCases(word)) return word;
  const small = lower(word, place.turkic);
  const mayBeSmall = !place.isFirst || (place.isMixed && word === small);
  if ((mayBeSmall && place.isSmall) || small === "c/o") return small;
  const isCapital = word !== small;
  // "Elizabeth II.", "John III,"
  if (!place.isFirst && NUMERALS.has(small.replace(/[.,]$/, ""))) return small.toUpperCase();
  if (!place.isFirst && place.isMixed && isCapital && /^[IVX]{2,5}$/.test(word)) return word;
  const written = place.isFirst ? undefined : WRITTEN.get(small);
  if (written !== undefined) return written;
  const parts = small.split(SEPARATORS);
  return parts
    .map((part, at) => {
      const isBehind = parts[at - 1] === "-";
      const isInside = isBehind && parts[at + 1] === "-";
      if (isInside && (PARTICLES.has(part) || BETWEEN_HYPHENS.has(part))) return part;
      // Villeneuve-d'Ascq
      const elided = isBehind ? /^[dl]['’]/.exec(part) : null;
      if (elided === null) return titlePart(part, place.turkic);
      return elided[0] + titlePart(part.slice(elided[0].length), place.turkic);
    })
    .join("");
}

/** "McDonald", "iPhone", but not "GROßMANN": ß has no capital that people write. */
function mixesCases(text: string): boolean {
  return HAS_UPPER.test(text) && HAS_LOWER.test(text.replaceAll("ß", ""));
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
