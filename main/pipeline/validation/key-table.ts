import type { TextHashes } from "./text-hash.ts";

/** A key is the hash that stands at `at` in `keys`. It is sought once, however much is asked of it. */
export interface KeyTable {
  /** The place of a key, or the free one where it belongs; it holds until something is put. */
  placeOf(keys: TextHashes, at: number): number;
  /** The position in the list of the row that has the key; -1 where none has. */
  indexAt(place: number): number;
  put(place: number, keys: TextHashes, at: number, index: number): void;
}

const FIRST_CAPACITY = 1024;
/** Made at once where so many keys are expected: room for as many rows as a sheet can have. */
const MAX_FIRST_CAPACITY = 2 ** 21;
const MAX_LOAD = 0.7;
/** Of an entry: hash high, hash low, index. */
const WORDS = 3;

/**
 * Keys by their 64-bit hash in two typed arrays: entries of 12 bytes in the order in which they came,
 * and slots of 4 bytes (open addressing) that tell which entry a hash has. Slots are all that is
 * sought in at random, and small enough for the processor's cache; a Map of the texts takes ten times
 * the memory.
 * @param expected how many keys will come, roughly; more are welcome
 */
export function createKeyTable(expected = 0): KeyTable {
  let capacity = FIRST_CAPACITY;
  while (capacity * MAX_LOAD < expected && capacity < MAX_FIRST_CAPACITY) capacity *= 2;
  /** Numbers of entries from 1; 0 in a free slot. */
  let slots = new Uint32Array(capacity);
  let entries = new Uint32Array(Math.ceil(capacity * MAX_LOAD) * WORDS);
  let used = 0;

  function grow(): void {
    capacity *= 2;
    const mask = capacity - 1;
    slots = new Uint32Array(capacity);
    const larger = new Uint32Array(Math.ceil(capacity * MAX_LOAD) * WORDS);
    larger.set(entries);
    entries = larger;
    for (let entry = 1; entry <= used; entry += 1) {
      const at = (entry - 1) * WORDS;
      let slot = slotOf(entries[at] as number, entries[at + 1] as number) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry;
    }
  }

  return {
    placeOf(keys, at) {
      const high = keys[at] as number;
      const low = keys[at + 1] as number;
      const mask = capacity - 1;
      let slot = slotOf(high, low) & mask;
      for (;;) {
        const entry = slots[slot] as number;
        if (entry === 0) return slot;
        const from = (entry - 1) * WORDS;
        if (entries[from] === high && entries[from + 1] === low) return slot;
        slot = (slot + 1) & mask;
      }
    },
    indexAt(place) {
      const entry = slots[place] as number;
      return entry === 0 ? -1 : (entries[(entry - 1) * WORDS + 2] as number);
    },
    put(place, keys, at, index) {
      let entry = slots[place] as number;
      if (entry === 0) {
        used += 1;
        entry = used;
        slots[place] = entry;
      }
      const to = (entry - 1) * WORDS;
      entries[to] = keys[at] as number;
      entries[to + 1] = keys[at + 1] as number;
      entries[to + 2] = index;
      if (used >= capacity * MAX_LOAD) grow();
    },
  };
}

function slotOf(high: number, low: number): number {
  return low ^ Math.imul(high, 0x9e3779b1);
}
