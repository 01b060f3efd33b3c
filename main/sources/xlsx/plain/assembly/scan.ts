/**
 * What nearly every cell and shared string of a workbook looks like, read by WebAssembly: this file
 * is AssemblyScript, compiled into ../compiled-scan.ts by `npm run build:scan`. Each function reads
 * as far as all is plain and gives the position where it is not, or is not complete; the XML
 * scanner goes on from there. Nothing is read twice and nothing in part.
 *
 * The bytes under [at, end) are UTF-8 and are followed by memory of this module's own, so that a
 * comparison may look beyond `end`; what it then takes for plain is not kept.
 */

/** How many items, or words of records, were written. */
export let written: i32 = 0;
/** Bytes of the packed strings. */
export let packed: i32 = 0;
/** Column of the last cell, or -1 behind the start of a row. */
export let column: i32 = -1;

// Kinds of records, in the upper four bits of their first word.
const NUMBER: i32 = 0;
const SHARED: i32 = 1;
const ASCII: i32 = 2;
const UTF8: i32 = 3;
const ROW: i32 = 4;
const ROW_END: i32 = 5;

const QUOTE: i32 = 0x22;
const AMP: i32 = 0x26;
const SLASH: i32 = 0x2f;
const LT: i32 = 0x3c;
const EQUALS: i32 = 0x3d;
const GT: i32 = 0x3e;
const BLANK: i32 = 0x20;
const CR: i32 = 0x0d;
const UNDERSCORE: i32 = 0x5f;
const LOWER_X: i32 = 0x78;

const MAX_COLUMN: i32 = 16383;
const MAX_STYLE: i32 = 16383;
/** More are left to the scanner, so that no number overflows. */
const MAX_DIGITS: i32 = 9;
/** The longest string whose length is one byte. */
const MAX_SHORT: i32 = 254;

/** "<t>" or "<t xml:space="preserve">": the position behind it, or 0. */
// @ts-ignore: decorator
@inline
function textStart(at: i32): i32 {
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
// @ts-ignore: decorator
@inline
function isOdd(byte: i32, at: i32): bool {
  return (
    byte == AMP || byte == CR || (byte == UNDERSCORE && <i32>load<u8>(at + 1) == LOWER_X)
  );
}

/**
 * Shared strings `<si><t>…</t></si>`. Each is packed at `out` as a byte of its length and its
 * bytes; where it starts in there is written at `starts`.
 */
export function items(at: i32, end: i32, out: i32, outEnd: i32, starts: i32, max: i32): i32 {
  let count = 0;
  let put = out;
  while (count < max && put + MAX_SHORT < outEnd) {
    if (load<u32>(at) != 0x3e69733c) break; // <si>
    const from = textStart(at + 4);
    if (from == 0) break;
    const target = put + 1;
    const stop = min(from + MAX_SHORT, end);
    let to = from;
    let byte = 0;
    while (to < stop) {
      byte = load<u8>(to);
      if (byte == LT || isOdd(byte, to)) break;
      store<u8>(target + (to - from), byte);
      to++;
    }
    // </t></si>
    if (to + 9 > end || load<u64>(to) != 0x69732f3c3e742f3c || load<u8>(to + 8) != GT) break;
    store<u8>(put, to - from);
    store<u32>(starts + (count << 2), put - out);
    count++;
    put = target + (to - from);
    at = to + 9;
  }
  written = count;
  packed = put - out;
  return at;
}

/**
 * Rows and cells inside `<sheetData>`. A record has three words: its kind, style and column, then
 * a number (of a row, of a shared string) or where in the bytes, from `base`, its value stands.
 */
export function cells(at: i32, end: i32, base: i32, records: i32, max: i32): i32 {
  let put = records;
  const last = records + (max - 1) * 12;
  while (put <= last) {
    const head = load<u32>(at) & 0xffffff;
    let next = 0;
    if (head == 0x20633c) next = cell(at + 3, end, base, put);
    else if (load<u32>(at) == 0x776f723c) next = row(at + 4, end, put);
    else if (head == 0x722f3c) next = rowEnd(at, end, put);
    else break;
    if (next == 0) break;
    at = next;
    put += added;
  }
  written = (put - records) >> 2;
  return at;
}

/** Bytes of the record that the last function wrote. */
let added: i32 = 0;

// @ts-ignore: decorator
@inline
function digit(at: i32): u32 {
  return <u32>load<u8>(at) - 0x30;
}

/** Attributes and value of a cell, behind "<c ". */
// @ts-ignore: decorator
@inline
function cell(at: i32, end: i32, base: i32, record: i32): i32 {
  let found = -1;
  let style = 0;
  let type = NUMBER;
  let isInline = false;
  for (;;) {
    if (at >= end) return 0;
    const name: i32 = load<u8>(at);
    if (name == BLANK) {
      at++;
      continue;
    }
    if (name == GT) {
      at++;
      break;
    }
    if (name == SLASH) {
      if (<i32>load<u8>(at + 1) != GT || at + 2 > end || found < 0) return 0;
      column = found;
      added = 0;
      return at + 2;
    }
    if (<i32>load<u16>(at + 1) != 0x223d) return 0; // ="
    let value = at + 3;
    if (name == 0x72) {
      let letters = 0;
      let letter: i32 = load<u8>(value);
      while (letter >= 0x41 && letter <= 0x5a && letters <= MAX_COLUMN) {
        letters = letters * 26 + (letter - 0x40);
        letter = load<u8>(++value);
      }
      found = letters - 1;
      while (digit(value) < 10) value++;
    } else if (name == 0x73) {
      while (digit(value) < 10 && style <= MAX_STYLE) style = style * 10 + digit(value++);
    } else if (name == 0x74) {
      if (<i32>load<u16>(value) == 0x2273) {
        type = SHARED;
        value++;
      } else if (<i32>load<u16>(value) == 0x226e) {
        type = NUMBER;
        value++;
      } else if (load<u64>(value) == 0x7453656e696c6e69 && <i32>load<u8>(value + 8) == 0x72) {
        isInline = true;
        value += 9;
      } else return 0;
    } else return 0;
    if (<i32>load<u8>(value) != QUOTE) return 0;
    at = value + 1;
  }
  if (found < 0 || found > MAX_COLUMN || style > MAX_STYLE) return 0;
  return isInline
    ? inlineValue(at, end, base, record, found)
    : plainValue(at, end, base, record, found, style, type);
}

/** `<v>…</v></c>` */
// @ts-ignore: decorator
@inline
function plainValue(
  at: i32, end: i32, base: i32, record: i32, found: i32, style: i32, type: i32,
): i32 {
  if ((load<u32>(at) & 0xffffff) != 0x3e763c) return 0;
  const from = at + 3;
  let to = from;
  if (type == SHARED) {
    let value = 0;
    while (digit(to) < 10 && to - from <= MAX_DIGITS) value = value * 10 + digit(to++);
    if (to == from || to - from > MAX_DIGITS) return 0;
    store<i32>(record + 4, value);
  } else {
    while (to < end && <i32>load<u8>(to) != LT) to++;
    store<i32>(record + 4, from - base);
    store<i32>(record + 8, to - base);
  }
  if (to + 8 > end || load<u64>(to) != 0x3e632f3c3e762f3c) return 0;
  store<i32>(record, (type << 28) | (style << 14) | found);
  column = found;
  added = 12;
  return to + 8;
}

/** `<is><t>…</t></is></c>` */
// @ts-ignore: decorator
@inline
function inlineValue(at: i32, end: i32, base: i32, record: i32, found: i32): i32 {
  if (load<u32>(at) != 0x3e73693c) return 0;
  const from = textStart(at + 4);
  if (from == 0) return 0;
  let to = from;
  let bits = 0;
  for (;;) {
    if (to >= end) return 0;
    const byte: i32 = load<u8>(to);
    if (byte == LT) break;
    if (isOdd(byte, to)) return 0;
    bits |= byte;
    to++;
  }
  // </t></is></c>
  if (
    to + 13 > end ||
    load<u64>(to) != 0x73692f3c3e742f3c ||
    load<u32>(to + 8) != 0x632f3c3e ||
    <i32>load<u8>(to + 12) != GT
  ) {
    return 0;
  }
  store<i32>(record, ((bits & 0x80 ? UTF8 : ASCII) << 28) | found);
  store<i32>(record + 4, from - base);
  store<i32>(record + 8, to - base);
  column = found;
  added = 12;
  return to + 13;
}

/** Attributes of a row, behind "<row". One that hides it, or has no number, is not plain. */
// @ts-ignore: decorator
@inline
function row(at: i32, end: i32, record: i32): i32 {
  let number = -1;
  for (;;) {
    if (at >= end) return 0;
    const first: i32 = load<u8>(at);
    if (first == GT) break;
    if (first != BLANK) return 0;
    const name = ++at;
    while (at < end && isNameByte(load<u8>(at))) at++;
    if (<i32>load<u16>(at) != 0x223d) return 0; // ="
    const length = at - name;
    const start: i32 = load<u8>(name);
    let value = at + 2;
    if (length == 1 && start == 0x72) {
      const from = value;
      number = 0;
      while (digit(value) < 10 && value - from <= MAX_DIGITS) {
        number = number * 10 + digit(value++);
      }
      if (value == from || value - from > MAX_DIGITS) return 0;
    } else if (length == 6 && start == 0x68) {
      return 0;
    } else {
      while (value < end && <i32>load<u8>(value) != QUOTE) value++;
    }
    if (<i32>load<u8>(value) != QUOTE) return 0;
    at = value + 1;
  }
  if (number < 0 || at + 1 > end) return 0;
  store<i32>(record, ROW << 28);
  store<i32>(record + 4, number);
  column = -1;
  added = 12;
  return at + 1;
}

// @ts-ignore: decorator
@inline
function isNameByte(byte: i32): bool {
  return byte > BLANK && byte != EQUALS && byte != GT;
}

/** "</row>" */
// @ts-ignore: decorator
@inline
function rowEnd(at: i32, end: i32, record: i32): i32 {
  if (at + 6 > end || load<u32>(at) != 0x6f722f3c || <i32>load<u16>(at + 4) != 0x3e77) return 0;
  store<i32>(record, ROW_END << 28);
  added = 12;
  return at + 6;
}
