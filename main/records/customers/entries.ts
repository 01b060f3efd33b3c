import { BATCH_BITS, MAX_BATCH_ID } from "./keys.ts";

/**
 * Entries as pairs of 32-bit words, low word first, so that the same memory seen as 64-bit
 * numbers sorts by key, then by batch (on little-endian processors: all that we run on).
 */
export type EntryWords = Uint32Array<ArrayBuffer>;

const WORD_BYTES = 4;

/** 36 bits; a JavaScript number holds it exactly. */
export function keyAt(words: EntryWords, index: number): number {
  const high = words[index * 2 + 1] as number;
  const low = words[index * 2] as number;
  return high * 16 + (low >>> BATCH_BITS);
}

export function batchAt(words: EntryWords, index: number): number {
  return (words[index * 2] as number) & MAX_BATCH_ID;
}

export function countOf(words: EntryWords): number {
  return words.length / 2;
}

/** Sorts in place and leaves out repeats. */
export function sortEntries(words: EntryWords): EntryWords {
  new BigUint64Array(words.buffer, words.byteOffset, words.length / 2).sort();
  let kept = 0;
  for (let at = 0; at < words.length; at += 2) {
    const low = words[at] as number;
    const high = words[at + 1] as number;
    if (kept > 0 && low === words[kept - 2] && high === words[kept - 1]) continue;
    words[kept] = low;
    words[kept + 1] = high;
    kept += 2;
  }
  return words.subarray(0, kept);
}

/** A block as kept; copied only where its bytes lie between words. */
export function readEntries(block: Uint8Array): EntryWords {
  const { buffer, byteOffset, length } = block;
  if (buffer instanceof ArrayBuffer && byteOffset % WORD_BYTES === 0) {
    return new Uint32Array(buffer, byteOffset, length / WORD_BYTES);
  }
  return new Uint32Array(new Uint8Array(block).buffer);
}

/** The first place whose key is not below `key`. */
export function lowerBound(words: EntryWords, key: number): number {
  let from = 0;
  let to = countOf(words);
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (keyAt(words, middle) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
