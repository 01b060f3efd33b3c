/** Letters of a row's hash that are kept, 6 bits each: two words of 30 bits. */
const WORD_LETTERS = 5;
const MAX_LOAD = 0.5;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const VALUES = new Uint8Array(128);
for (const [value, letter] of [...LETTERS].entries()) VALUES[letter.charCodeAt(0)] = value;

/** Counts rows by their hashes (base64): 12 bytes a place, whatever a million of texts would take. */
export interface HashCounts {
  add(hash: string): void;
  /** How many rows have this hash; the next time it is none. */
  take(hash: string): number;
  /** Rows that were not taken yet. */
  readonly left: number;
}

/** @param rows at most so many are added */
export function createHashCounts(rows: number): HashCounts {
  let slots = 1024;
  while (slots * MAX_LOAD < rows) slots *= 2;
  const mask = slots - 1;
  const keys = new Uint32Array(slots * 2);
  const counts = new Uint32Array(slots);
  const used = new Uint8Array(slots);
  let left = 0;

  /** The place of a hash, or the free one where it belongs. */
  function placeOf(high: number, low: number): number {
    let at = low & mask;
    while (used[at] === 1 && (keys[at * 2] !== high || keys[at * 2 + 1] !== low)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  return {
    get left() {
      return left;
    },
    add(hash) {
      const high = word(hash, 0);
      const low = word(hash, WORD_LETTERS);
      const at = placeOf(high, low);
      used[at] = 1;
      keys[at * 2] = high;
      keys[at * 2 + 1] = low;
      counts[at] = (counts[at] ?? 0) + 1;
      left += 1;
    },
    take(hash) {
      const at = placeOf(word(hash, 0), word(hash, WORD_LETTERS));
      const count = counts[at] ?? 0;
      counts[at] = 0;
      left -= count;
      return count;
    },
  };
}

function word(hash: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + WORD_LETTERS; at += 1) {
    value = value * 64 + (VALUES[hash.charCodeAt(at)] ?? 0);
  }
  return value;
}
