import { createLetterRanks } from "./letter-ranks.ts";
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
  for (let id = 0; id < values.count; id += 1) {
    const text = shown(id);
    isPlain[id] = 1;
    if (text === "") {
      blank[id] = 1;
      keys.put(BLANK);
    } else if (!writeNumber(text, keys)) {
      isPlain[id] = Number(letters.write(text, keys, TEXT));
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
