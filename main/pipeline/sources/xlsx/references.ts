import { MAX_COLUMNS } from "../../../common/tables/limits.ts";
import { damaged } from "../fault.ts";

/** The 0-based column of a cell reference such as "AB12" in bytes, or -1 where it is none. */
export function columnNumber(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  let at = from;
  for (; at < to; at++) {
    const letter = (bytes[at] as number) & 0xdf;
    if (letter < 0x41 || letter > 0x5a) break;
    column = column * 26 + letter - 0x40;
    if (column > MAX_COLUMNS) return MAX_COLUMNS;
  }
  return at === from ? -1 : column - 1;
}

/** "A", "Z", "AA": the letters of a 0-based column. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return letters;
}

/** Rows and columns up to the end of a range such as "A1:L1000", or null where it is none. */
export function rangeSize(
  range: string,
): { readonly rows: number; readonly columns: number } | null {
  const match = /(?:^|:)\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(range);
  if (match === null) return null;
  const reference = Buffer.from(match[1] ?? "");
  return {
    columns: columnNumber(reference, 0, reference.length) + 1,
    rows: Number(match[2]),
  };
}

/** More digits than any index has. */
const MAX_DIGITS = 10;

/** The number that bytes write in digits alone, or -1. */
export function wholeNumber(bytes: Buffer, from: number, to: number): number {
  if (to === from || to - from > MAX_DIGITS) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** A row's number or a style's, by its digits. @throws FileFault where it is none, or too large */
export function position(bytes: Buffer, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9 || value > 1e9) throw damaged("a position that is no number");
    value = value * 10 + digit;
  }
  return value;
}
