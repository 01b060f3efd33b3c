/** Bytes that are letters of XML, and what a spreadsheet's text looks like in it. */
export const QUOTE: i32 = 0x22;
export const SLASH: i32 = 0x2f;
export const LT: i32 = 0x3c;
export const EQUALS: i32 = 0x3d;
export const GT: i32 = 0x3e;
export const BLANK: i32 = 0x20;
const AMP: i32 = 0x26;
const CR: i32 = 0x0d;
const UNDERSCORE: i32 = 0x5f;
const LOWER_X: i32 = 0x78;

/** More are left to the scanner, so that no number overflows. */
export const MAX_DIGITS: i32 = 9;

/** Below 10 where the byte is a digit. */
export function digit(at: i32): u32 {
  return <u32>load<u8>(at) - 0x30;
}

/** "<t>" or "<t xml:space="preserve">": the position behind it, or 0. */
export function textStart(at: i32): i32 {
  if ((load<u32>(at) & 0xffffff) == 0x3e743c) return at + 3;
  // `<t xml:s`, `pace="pr`, `eserve">`
  if (
    load<u64>(at) == 0x733a6c6d7820743c &&
    load<u64>(at + 8) == 0x7270223d65636170 &&
    load<u64>(at + 16) == 0x3e22657672657365
  ) {
    return at + 24;
  }
  return 0;
}

/** Whether bytes need resolving: entities, line ends, the `_xHHHH_` of spreadsheet strings. */
export function isOdd(byte: i32, at: i32): bool {
  return (
    byte == AMP || byte == CR || (byte == UNDERSCORE && <i32>load<u8>(at + 1) == LOWER_X)
  );
}

/** Whether two bytes of UTF-8 are a letter from U+0080 to U+00FF: its last byte is `byte << 6 | next & 63`. */
export function isLatinPair(byte: i32, at: i32): bool {
  return (byte == 0xc2 || byte == 0xc3) && (<i32>load<u8>(at + 1) & 0xc0) == 0x80;
}
