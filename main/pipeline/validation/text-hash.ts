import { isDigit } from "../../common/letters.ts";

/**
 * Hashes of 64 bits, each in two unsigned halves one behind the other: high, then low, which is never
 * zero, so that zero marks a free slot. Whoever hashes says where in them; no object is made.
 */
export type TextHashes = Uint32Array<ArrayBuffer>;

export type HashSeeds = readonly [number, number];

/** Seeds of this process alone: nobody can write a list whose values all share one hash. */
let [seedA = 0, seedB = 0] = crypto.getRandomValues(new Uint32Array(2));

export function hashSeeds(): HashSeeds {
  return [seedA, seedB];
}

/** For a thread that hashes for another one: from here on as that one does. */
export function takeHashSeeds(seeds: HashSeeds): void {
  [seedA, seedB] = seeds;
}

/**
 * A fast hash (cyrb53's mixing, both halves kept). Among a million values two share one with a
 * chance of 1 in 37 million. It holds within one process.
 */
export function hashText(text: string, hashes: TextHashes, at: number): void {
  let a = seedA ^ text.length;
  let b = seedB ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  writeMixed(a, b, hashes, at);
}

/** The same of a text whose Latin letters count as small ones. */
export function hashSmallLetters(text: string, hashes: TextHashes, at: number): void {
  let a = seedA ^ text.length;
  let b = seedB ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const unit = code >= 65 && code <= 90 ? code | 32 : code;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  writeMixed(a, b, hashes, at);
}

/** The same of a text's digits alone, but for the first `from` of them. */
export function hashDigits(text: string, from: number, hashes: TextHashes, at: number): void {
  let a = seedA;
  let b = seedB;
  let digits = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (!isDigit(unit)) continue;
    digits += 1;
    if (digits <= from) continue;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  writeMixed(a, b, hashes, at);
}

function writeMixed(first: number, second: number, hashes: TextHashes, at: number): void {
  let a = first;
  let b = second;
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  hashes[at] = a;
  hashes[at + 1] = b === 0 ? 1 : b;
}
