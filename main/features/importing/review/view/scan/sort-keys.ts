import { createLetterRanks, type Letters } from "./letter-ranks.ts";
import { PackedKeys } from "./packed-keys.ts";
import type { Values } from "./value-column.ts";

/** Longer texts are told apart by their beginnings. */
export const KEPT_LETTERS = 120;

const NUMBER = /^[+-]?\d{1,30}(?:[.,]\d{1,30})?$/;
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)/;
const POINTED_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/;

/** Days, counted as days; numbers, as numbers; texts; blanks. What keys begin with. */
const DAY = 1;
const NUMERIC = 2;
const TEXT = 3;
const BLANK = 4;

const BLANK_LETTER = 32;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const ZERO = 48;
const NINE = 57;
/** A number of more digits may be no exact one. */
const MOST_DIGITS = 16;

/** The values of a column as they are ordered. */
export interface SortKeys {
  isBlank(id: number): boolean;
  /** Below 0: the first value comes before the second, upwards. */
  compare(a: number, b: number): number;
  /** All values upwards, the blank ones last. */
  sorted(): Uint32Array<ArrayBuffer>;
}

export function createSortKeys(values: Values, language: string): SortKeys {
  const letters = createLetterRanks(language);
  const keys = new PackedKeys();
  const isPlain = new Uint8Array(values.count);
  const blank = new Uint8Array(values.count);
  const shown = (id: number) => values.text(id).trim().slice(0, KEPT_LETTERS);
  const own = new Uint16Array(KEPT_LETTERS);
  for (let id = 0; id < values.count; id += 1) {
    const length = values.letters(id, own);
    const integer = integerOf(own, length);
    isPlain[id] = 1;
    if (integer >= 0) {
      keys.put(NUMERIC);
      keys.putNumber(integer);
    } else if (!isWord(own, length) || !letters.writeLetters(own, length, keys, TEXT)) {
      const text = shown(id);
      if (text === "") {
        blank[id] = 1;
        keys.put(BLANK);
      } else if (!writeNumber(text, keys)) {
        isPlain[id] = Number(letters.write(text, keys, TEXT));
      }
    }
    keys.close();
  }
  const allPlain = !isPlain.includes(0);

  function compare(a: number, b: number): number {
    if (isPlain[a] === 1 && isPlain[b] === 1) {
      const apart = keys.compare(a, b);
      if (apart !== 0) return apart;
    }
    return compareTexts(a, b);
  }

  function compareTexts(a: number, b: number): number {
    const kind = keys.first(a) - keys.first(b);
    return kind === 0 ? letters.collator.compare(shown(a), shown(b)) : kind;
  }

  return {
    isBlank: (id) => blank[id] === 1,
    compare,
    sorted() {
      const sorted = keys.sorted((run) => run.sort((a, b) => compareTexts(a, b) || a - b));
      // Right but for a few places, for which one look at each is enough.
      return allPlain ? sorted : Uint32Array.from([...sorted].sort(compare));
    },
  };
}

/** Whether it is neither a number nor a day, and has no blanks around it. */
function isWord(text: Letters, length: number): boolean {
  const first = text[0] ?? 0;
  if (length <= 0 || first <= BLANK_LETTER || (text[length - 1] ?? 0) <= BLANK_LETTER) return false;
  if (first > NINE) return true;
  // Days have one of these in one of these places, and numbers no letter but these.
  if (text[4] === MINUS || text[1] === POINT || text[2] === POINT) return false;
  for (let at = 0; at < length; at += 1) {
    const letter = text[at] ?? 0;
    if (letter > NINE || letter < PLUS || letter === SLASH) return true;
  }
  return false;
}

/** The number that digits alone make; -1 where it is not exact, or there are other letters. */
function integerOf(text: Letters, length: number): number {
  if (length <= 0 || length > MOST_DIGITS) return -1;
  let number = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = (text[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number <= Number.MAX_SAFE_INTEGER ? number : -1;
}

/** What numbers and days begin with: most texts are told by their first letter. */
const FIRST = "+-0123456789";

function writeNumber(text: string, keys: PackedKeys): boolean {
  if (!FIRST.includes(text.charAt(0))) return false;
  const isNumber = NUMBER.test(text);
  const number = isNumber ? Number(text.replace(",", ".")) : dayOf(text);
  if (Number.isNaN(number)) return false;
  keys.put(isNumber ? NUMERIC : DAY);
  keys.putNumber(number);
  return true;
}

/** The day a text begins with, as a number that grows with time; NaN for none. */
function dayOf(text: string): number {
  const iso = ISO_DAY.exec(text);
  if (iso !== null) return dayNumber(iso[1], iso[2], iso[3]);
  const pointed = POINTED_DAY.exec(text);
  return pointed === null ? Number.NaN : dayNumber(pointed[3], pointed[2], pointed[1]);
}

function dayNumber(year = "", month = "", day = ""): number {
  const isDay = Number(month) <= 12 && Number(day) <= 31;
  return isDay ? (Number(year) * 100 + Number(month)) * 100 + Number(day) : Number.NaN;
}
