const LF = 0x0a;

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
  if (even < odd * 0.2 && (odd > enough || hasWideLines(bytes, 0))) {
    return { count, wide: "utf-16le" };
  }
  if (odd < even * 0.2 && (even > enough || hasWideLines(bytes, 1))) {
    return { count, wide: "utf-16be" };
  }
  return { count, wide: null };
}

/** Whether lines end as they do in UTF-16: where hardly a letter is ASCII, little else shows it. */
function hasWideLines(bytes: Buffer, place: 0 | 1): boolean {
  let wide = 0;
  let narrow = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const other = place === 0 ? at + 1 : at - 1;
    if (at % 2 === place && bytes[other] === 0) wide += 1;
    else narrow += 1;
  }
  return wide >= 2 && narrow <= wide * 0.1;
}
