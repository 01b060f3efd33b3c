/** 64 bits in two unsigned halves; never both zero, so that zero marks a free slot. */
export interface TextHash {
  readonly high: number;
  readonly low: number;
}

/**
 * A fast hash (cyrb53's mixing, both halves kept). Among a million values two share one with a
 * chance of 1 in 37 million.
 */
export function hashText(text: string): TextHash {
  let a = 0xdeadbeef ^ text.length;
  let b = 0x41c6ce57 ^ text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { high: a >>> 0, low: b >>> 0 || 1 };
}
