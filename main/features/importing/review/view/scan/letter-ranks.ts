import { searchLetters } from "../search-letters.ts";
import type { PackedKeys } from "./packed-keys.ts";

/** Letters that are no others with marks, and what languages take them for. */
const TAKEN_FOR: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", Æ: "ae", œ: "oe", Œ: "oe", ø: "o", Ø: "o" },
  ...{ đ: "d", Đ: "d", ł: "l", Ł: "l" },
};
const FIRST_ASCII = 0x20;
const LAST_ASCII = 0x7e;
const FIRST_ACCENTED = 0xc0;
/** Behind the letters of Western and Central European languages. */
const END = 0x180;
const ZERO = 48;
const NINE = 57;
/** A run of more digits is left to the collator. */
const MOST_DIGITS = 250;

/**
 * Writes texts as keys whose bytes are in a language's order, numbers by size: what a collator says
 * of two plain texts is what their keys say, unless these are equal (accents and case come last). Its
 * letters' places are asked of the collator itself.
 */
/** A text, a number of 16 bits a letter. */
export type Letters = Uint16Array;

export interface LetterRanks {
  readonly collator: Intl.Collator;
  /**
   * Adds a text to a key, behind a byte that says what it is. Answers whether it is plain: the key
   * of another is right only nearly.
   */
  write(text: string, keys: PackedKeys, kind: number): boolean;
  /** The same of the first letters in an array; nothing is added where they are not plain. */
  writeLetters(text: Letters, length: number, keys: PackedKeys, kind: number): boolean;
}

export function createLetterRanks(language: string): LetterRanks {
  const collator = new Intl.Collator(language, { numeric: true });
  const { first, second } = ranksOf(language);
  const digits = first[ZERO] ?? 0;
  let letters: Letters = new Uint16Array(256);

  /** Writes a run of digits. Where it ends; -1 where it is too long. */
  function writeDigits(text: Letters, from: number, length: number, keys: PackedKeys): number {
    let start = from;
    while (start < length && text[start] === ZERO) start += 1;
    let end = start;
    while (end < length && isDigit(text[end] ?? 0)) end += 1;
    if (end - start > MOST_DIGITS) return -1;
    keys.put(digits);
    keys.put(end - start + 1);
    for (let at = start; at < end; at += 1) keys.put((text[at] ?? 0) - ZERO + 1);
    return end;
  }

  function writePlain(text: Letters, length: number, keys: PackedKeys): boolean {
    keys.makeRoom(2 * length + 2);
    for (let at = 0; at < length; ) {
      const letter = text[at] ?? 0;
      if (isDigit(letter)) {
        at = writeDigits(text, at, length, keys);
        if (at < 0) return false;
        continue;
      }
      const rank = letter < END ? (first[letter] ?? 0) : 0;
      if (rank === 0) return false;
      keys.put(rank);
      const other = second[letter] ?? 0;
      if (other !== 0) keys.put(other);
      at += 1;
    }
    return true;
  }

  /** Without regard to case and accents, letters without a rank by their numbers. */
  function writeForeign(text: string, keys: PackedKeys): void {
    const letters = searchLetters(text);
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters.charCodeAt(at);
      const rank = isDigit(letter) ? digits + letter - ZERO : (first[letter] ?? 0);
      if (rank !== 0) keys.put(rank);
      else for (const byte of [letter >> 14, letter >> 7, letter]) keys.put(128 | (byte & 127));
    }
  }

  return {
    collator,
    writeLetters(text, length, keys, kind) {
      keys.put(kind);
      if (writePlain(text, length, keys)) return true;
      keys.drop();
      return false;
    },
    write(text, keys, kind) {
      if (letters.length < text.length) letters = new Uint16Array(2 * text.length);
      for (let at = 0; at < text.length; at += 1) letters[at] = text.charCodeAt(at);
      if (this.writeLetters(letters, text.length, keys, kind)) return true;
      keys.put(kind);
      writeForeign(text, keys);
      return false;
    },
  };
}

/** By a letter's number: its rank, and that of the second letter that it is taken for; 0 for none. */
function ranksOf(language: string): { readonly first: Uint8Array; readonly second: Uint8Array } {
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  const letters = lettersOf(FIRST_ASCII, LAST_ASCII + 1).map((letter) => ({ letter, as: letter }));
  for (const letter of lettersOf(FIRST_ACCENTED, END)) {
    const [base = ""] = letter.normalize("NFD");
    const as = TAKEN_FOR[letter] ?? base;
    if (!/^[A-Za-z]+$/.test(as)) continue;
    if (compare(letter, as) === 0) letters.push({ letter, as });
    // A letter of its own in this language, behind all words with the other one.
    else if (as.length === 1 && compare(letter, `${as}zzz`) > 0)
      letters.push({ letter, as: letter });
  }
  const own = letters
    .filter(({ letter, as }) => letter === as)
    .toSorted((a, b) => compare(a.as, b.as));
  const first = new Uint8Array(END);
  const second = new Uint8Array(END);
  let rank = 0;
  for (const [at, { letter }] of own.entries()) {
    const before = own[at - 1]?.letter;
    if (before === undefined || compare(before, letter) !== 0) rank += 1;
    first[letter.charCodeAt(0)] = rank;
  }
  for (const { letter, as } of letters) {
    first[letter.charCodeAt(0)] = first[as.charCodeAt(0)] ?? 0;
    second[letter.charCodeAt(0)] = as.length > 1 ? (first[as.charCodeAt(1)] ?? 0) : 0;
  }
  return { first, second };
}

function lettersOf(from: number, end: number): readonly string[] {
  return Array.from({ length: end - from }, (_, at) => String.fromCharCode(from + at));
}

function isDigit(letter: number): boolean {
  return letter >= ZERO && letter <= NINE;
}
