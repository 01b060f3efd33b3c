/**
 * Zero bytes, and the UTF-16 order whose pattern they make: lists are mostly ASCII letters and
 * separators, of which UTF-16 makes every second byte zero.
 */
export function wideZeros(bytes: Buffer): {
  readonly count: number;
  readonly wide: "utf-16le" | "utf-16be" | null;
} {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const enough = bytes.length * 0.15;
  const count = even + odd;
  if (odd > enough && even < odd * 0.2) return { count, wide: "utf-16le" };
  if (even > enough && odd < even * 0.2) return { count, wide: "utf-16be" };
  return { count, wide: null };
}
