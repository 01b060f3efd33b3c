import { signScore } from "./sign-score.ts";

/** How letters of a script or region look: what a decoding is judged by. */
export interface Alphabet {
  /** Lower-case letters beyond ASCII that its languages use. */
  readonly letters: string;
  /** Letters that are rarer than their bytes' meaning in other encodings. */
  readonly rare?: string;
  /** What a rare letter counts; 0.4 where it is not said. */
  readonly rareScore?: number;
  /** The letters that make two thirds of a text: tells encodings of one script apart. */
  readonly common?: string;
  /** The letters that stand in hardly any word. */
  readonly seldom?: string;
  /** Forms that letters have at the end of a word, and nowhere else. */
  readonly finals?: string;
  /** What stands above, below or behind a letter, and begins no word. */
  readonly marks?: string;
  /** Whether words mix these letters with ASCII ones (Latin script). */
  readonly latin: boolean;
}

/** How many letters are judged: enough to tell, and more would hold up the window. */
const ENOUGH = 400;
export interface LetterScore {
  /** Over all characters beyond ASCII. */
  readonly sum: number;
  /** -3 to 1. */
  readonly mean: number;
}

/**
 * How much a text looks like one of that alphabet. Judges every character beyond ASCII by its
 * neighbours: no capital inside a word, no sign between letters, no two scripts in one word.
 */
export function letterScore(text: string, alphabet: Alphabet): LetterScore {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length && count < ENOUGH; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    count++;
    sum += oneScore(text, at, alphabet);
  }
  return { sum, mean: count === 0 ? 0 : sum / count };
}

function oneScore(text: string, at: number, alphabet: Alphabet): number {
  const letter = text[at] ?? "";
  const code = letter.charCodeAt(0);
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return -3;
  const before = text[at - 1] ?? "\n";
  const after = text[at + 1] ?? "\n";
  const lower = letter.toLowerCase();
  const isLetter = alphabet.letters.includes(lower);
  const isRare = !isLetter && alphabet.rare?.includes(lower) === true;
  if (!isLetter && !isRare) return signScore(text, at);
  // "Nº 5": what stands behind a figure is a sign, not a letter.
  if (/\d/.test(before)) return 0;
  if (letter !== lower && isLower(before)) return -1;
  if (letter === lower && isUpper(after)) return -1;
  if (alphabet.finals?.includes(letter) === true && /\p{L}/u.test(after)) return -1;
  if (alphabet.marks?.includes(letter) === true && !alphabet.letters.includes(before)) return -1;
  // Long runs of capitals are rare, and what double bytes of East Asian text look like.
  const capitals = letter !== lower && isUpper(before) && before.charCodeAt(0) >= 0x80;
  const neighbours = [before, after].filter((one) => /\p{L}/u.test(one));
  if (alphabet.latin) {
    const foreign = neighbours.filter((one) => one.charCodeAt(0) >= 0x80).length;
    if (foreign === 2) return -1;
  } else if (neighbours.some((one) => one.charCodeAt(0) < 0x80)) return -1;
  if (neighbours.length === 0) return 0.2;
  // Names begin with capitals.
  const begins = letter === lower && letter !== letter.toUpperCase() && !/\p{L}/u.test(before);
  const usual = usualness(lower, alphabet);
  const place = begins ? (alphabet.latin ? 0.7 : 0.2) : 1;
  return (isRare ? (alphabet.rareScore ?? 0.4) : usual) * (capitals ? 0.9 : place);
}

function usualness(lower: string, { common, seldom }: Alphabet): number {
  if (common === undefined || common.includes(lower)) return 1;
  return seldom?.includes(lower) === true ? 0.1 : 0.5;
}

function isLower(letter: string): boolean {
  return letter !== letter.toUpperCase();
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
