import { isDigit } from "../../common/letters.ts";

/** 64 bits in two unsigned halves; never both zero, so that zero marks a free slot. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

/** Seeds of this process alone: nobody can write a list whose values all share one hash. */
const [SEED_A = 0, SEED_B = 0] = crypto.getRandomValues(new Uint32Array(2));

/**
 * A fast hash (cyrb53's mixing, both halves kept). Among a million values two share one with a
 * chance of 1 in 37 million. It holds within one process.
 */
export function hashText(text: string): TextHash {
  let a = SEED_A ^ text.length;
  let b = SEED_B ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return mixed(a, b);
}

/** The same of a text whose Latin letters count as small ones. */
export function hashSmallLetters(text: string): TextHash {
  let a = SEED_A ^ text.length;
  let b = SEED_B ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const unit = code >= 65 && code <= 90 ? code | 32 : code;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return mixed(a, b);
}

/** The same of a text's digits alone, but for the first `from` of them. */
export function hashDigits(text: string, from: number): TextHash {
  let a = SEED_A;
  let b = SEED_B;
  let digits = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (!isDigit(unit)) continue;
    digits += 1;
    if (digits <= from) continue;
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return mixed(a, b);
}

function mixed(first: number, second: number): TextHash {
  let a = first;
  let b = second;
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { high: a >>> 0, low: b >>> 0 || 1 };
}
