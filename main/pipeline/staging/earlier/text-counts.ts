import { hashText } from "../../validation/text-hash.ts";

const START_SLOTS = 1024;
const MAX_LOAD = 0.5;

/** Counts texts by a hash of 64 bits: 12 bytes a place, whatever a million of texts would take. */
export interface TextCounts {
  add(text: string): void;
  has(text: string): boolean;
  /** How often the text was added; the next time it is none. */
  take(text: string): number;
  /** Texts that were not taken yet. */
  readonly left: number;
}

export function createTextCounts(): TextCounts {
  let slots = START_SLOTS;
  /** The hashes' halves; the low one is never zero, but in a free slot. */
  let keys = new Uint32Array(slots * 2);
  let counts = new Uint32Array(slots);
  let used = 0;
  let left = 0;

  const hash = new Uint32Array(2);
  function placeOfText(text: string): number {
    hashText(text, hash, 0);
    return placeOf(hash[0] as number, hash[1] as number);
  }

  /** The place of a hash, or the free one where it belongs. */
  function placeOf(high: number, low: number): number {
    let at = high & (slots - 1);
    while (keys[at * 2 + 1] !== 0 && (keys[at * 2] !== high || keys[at * 2 + 1] !== low)) {
      at = (at + 1) & (slots - 1);
    }
    return at;
  }

  function grow(): void {
    const [oldKeys, oldCounts] = [keys, counts];
    slots *= 2;
    keys = new Uint32Array(slots * 2);
    counts = new Uint32Array(slots);
    for (const [place, count] of oldCounts.entries()) {
      const [high, low] = [oldKeys[place * 2] ?? 0, oldKeys[place * 2 + 1] ?? 0];
      if (low === 0) continue;
      const at = placeOf(high, low);
      keys[at * 2] = high;
      keys[at * 2 + 1] = low;
      counts[at] = count;
    }
  }

  return {
    get left() {
      return left;
    },
    add(text) {
      if (used >= slots * MAX_LOAD) grow();
      const at = placeOfText(text);
      if (keys[at * 2 + 1] === 0) used += 1;
      keys.set(hash, at * 2);
      counts[at] = (counts[at] ?? 0) + 1;
      left += 1;
    },
    has: (text) => (counts[placeOfText(text)] ?? 0) > 0,
    take(text) {
      const at = placeOfText(text);
      const count = counts[at] ?? 0;
      counts[at] = 0;
      left -= count;
      return count;
    },
  };
}
