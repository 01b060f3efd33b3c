import type { TextHashes } from "./text-hash.ts";

/** Where a key was seen: the row's position in the list and its spreadsheet number. */
export interface Seen {
  readonly index: number;
  readonly row: number;
}

/** A key is the hash that stands at `at` in `keys`. It is sought once, however much is asked of it. */
export interface KeyTable {
  /** The place of a key, or the free one where it belongs; it holds until something is put. */
  placeOf(keys: TextHashes, at: number): number;
  seenAt(place: number): Seen | null;
  put(place: number, keys: TextHashes, at: number, seen: Seen): void;
}

const FIRST_CAPACITY = 1024;
/** Made at once where so many keys are expected: room for as many rows as a sheet can have. */
const MAX_FIRST_CAPACITY = 2 ** 21;
const MAX_LOAD = 0.7;
/** Hash high, hash low, index, row. */
const WORDS = 4;

/**
 * Keys by their 64-bit hash in one typed array (open addressing): 16 bytes a slot, 32 MiB for a
 * million keys, where a Map of the texts takes ten times that.
 * @param expected how many keys will come, roughly; more are welcome
 */
export function createKeyTable(expected = 0): KeyTable {
  let capacity = FIRST_CAPACITY;
  while (capacity * MAX_LOAD < expected && capacity < MAX_FIRST_CAPACITY) capacity *= 2;
  let slots = new Uint32Array(capacity * WORDS);
  let used = 0;

  /** The slot that holds the hash, or the free one where it belongs. */
  function find(table: Uint32Array, mask: number, high: number, low: number): number {
    let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (;;) {
      const at = slot * WORDS;
      if (table[at + 1] === 0 || (table[at] === high && table[at + 1] === low)) return at;
      slot = (slot + 1) & mask;
    }
  }

  function grow(): void {
    const bigger = new Uint32Array(capacity * 2 * WORDS);
    for (let at = 0; at < slots.length; at += WORDS) {
      const high = slots[at] ?? 0;
      const low = slots[at + 1] ?? 0;
      if (low === 0) continue;
      // Word by word: a view of four words costs more than the four.
      const to = find(bigger, capacity * 2 - 1, high, low);
      bigger[to] = high;
      bigger[to + 1] = low;
      bigger[to + 2] = slots[at + 2] ?? 0;
      bigger[to + 3] = slots[at + 3] ?? 0;
    }
    capacity *= 2;
    slots = bigger;
  }

  return {
    placeOf: (keys, at) => find(slots, capacity - 1, keys[at] as number, keys[at + 1] as number),
    seenAt(place) {
      if (slots[place + 1] === 0) return null;
      return { index: slots[place + 2] as number, row: slots[place + 3] as number };
    },
    put(place, keys, at, seen) {
      if (slots[place + 1] === 0) used += 1;
      slots[place] = keys[at] as number;
      slots[place + 1] = keys[at + 1] as number;
      slots[place + 2] = seen.index;
      slots[place + 3] = seen.row;
      if (used >= capacity * MAX_LOAD) grow();
    },
  };
}
