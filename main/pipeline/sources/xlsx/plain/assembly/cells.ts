import {
  BLANK,
  digit,
  EQUALS,
  GT,
  isLatinPair,
  isOdd,
  LT,
  MAX_DIGITS,
  QUOTE,
  SLASH,
  textStart,
} from "./bytes";

/** Words of the records that were written. */
export let words: i32 = 0;
/** Column of the last cell, or -1 behind the start of a row. */
export let column: i32 = -1;
/** Bytes of the texts that were written. */
export let written: i32 = 0;

// Kinds of records, in the upper four bits of their first word.
const NUMBER: i32 = 0;
const SHARED: i32 = 1;
const TEXT: i32 = 2;
const UTF8: i32 = 3;
const ROW: i32 = 4;
const ROW_END: i32 = 5;

const MAX_COLUMN: i32 = 16383;
const MAX_STYLE: i32 = 16383;

/** Where the next text goes, and where there is no more room. */
let text: i32 = 0;
let textEnd: i32 = 0;
let textStarts: i32 = 0;

/**
 * Rows and cells inside `<sheetData>`. A record has three words: its kind, style and column, then
 * a number (of a row, of a shared string) or where its value stands: from `texts` on, one byte a
 * letter; one with letters beyond Latin-1 in the bytes, from `base` on.
 */
export function readCells(
  at: i32, end: i32, base: i32, records: i32, max: i32, texts: i32, textsEnd: i32,
): i32 {
  let put = records;
  text = texts;
  textStarts = texts;
  textEnd = textsEnd;
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
  words = (put - records) >> 2;
  written = text - texts;
  return at;
}

/** Bytes of the record that the last function wrote. */
let added: i32 = 0;

/** Attributes and value of a cell, behind "<c ". */
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
    ? inlineValue(at, end, base, record, found, style)
    : plainValue(at, end, record, found, style, type);
}

/** `<v>…</v></c>` */
function plainValue(
  at: i32, end: i32, record: i32, found: i32, style: i32, type: i32,
): i32 {
  if ((load<u32>(at) & 0xffffff) != 0x3e763c) return 0;
  const from = at + 3;
  let to = from;
  let put = text;
  if (type == SHARED) {
    let value = 0;
    while (digit(to) < 10 && to - from <= MAX_DIGITS) value = value * 10 + digit(to++);
    if (to == from || to - from > MAX_DIGITS) return 0;
    store<i32>(record + 4, value);
  } else {
    const stop = min(end, from + (textEnd - text));
    while (to < stop) {
      const byte: i32 = load<u8>(to);
      if (byte == LT) break;
      store<u8>(put++, byte);
      to++;
    }
    store<i32>(record + 4, text - textStarts);
    store<i32>(record + 8, put - textStarts);
  }
  if (to + 8 > end || load<u64>(to) != 0x3e632f3c3e762f3c) return 0;
  text = put;
  store<i32>(record, (type << 28) | (style << 14) | found);
  column = found;
  added = 12;
  return to + 8;
}

/** `<is><t>…</t></is></c>` */
function inlineValue(
  at: i32, end: i32, base: i32, record: i32, found: i32, style: i32,
): i32 {
  if (load<u32>(at) != 0x3e73693c) return 0;
  const from = textStart(at + 4);
  if (from == 0) return 0;
  let to = from;
  let put = text;
  const stop = min(end, from + (textEnd - text));
  let isLatin = true;
  for (;;) {
    if (to >= stop) return 0;
    const byte: i32 = load<u8>(to);
    if (byte == LT) break;
    if (isOdd(byte, to)) return 0;
    if (byte < 0x80) {
      store<u8>(put++, byte);
      to++;
    } else if (isLatinPair(byte, to)) {
      store<u8>(put++, (byte << 6) | (<i32>load<u8>(to + 1) & 0x3f));
      to += 2;
    } else {
      isLatin = false;
      to++;
    }
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
  store<i32>(record, ((isLatin ? TEXT : UTF8) << 28) | (style << 14) | found);
  store<i32>(record + 4, isLatin ? text - textStarts : from - base);
  store<i32>(record + 8, isLatin ? put - textStarts : to - base);
  if (isLatin) text = put;
  column = found;
  added = 12;
  return to + 13;
}

/** Attributes of a row, behind "<row". One that hides it, or has no number, is not plain. */
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

function isNameByte(byte: i32): bool {
  return byte > BLANK && byte != EQUALS && byte != GT;
}

/** "</row>" */
function rowEnd(at: i32, end: i32, record: i32): i32 {
  if (at + 6 > end || load<u32>(at) != 0x6f722f3c || <i32>load<u16>(at + 4) != 0x3e77) return 0;
  store<i32>(record, ROW_END << 28);
  added = 12;
  return at + 6;
}
