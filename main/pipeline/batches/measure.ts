import { DELIMITER_CHARACTERS, type DelimiterSet, NO_DELIMITER } from "./delimiter.ts";

/** A delimiter or a line break, percent-encoded; two of them for `\r\n`. */
const SEPARATOR_BYTES = 3;
const LINE_BREAK_BYTES = 6;

const UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'() ";
export const BYTES_MASK = 3;
export const DELIMITER_SHIFT = 2;

/** For every ASCII character its bytes in a form (1 or 3), and its bit where it is a delimiter. */
export const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  const place = DELIMITER_CHARACTERS.indexOf(character);
  const bit = place < 0 ? 0 : 1 << place;
  return (UNRESERVED.includes(character) ? 1 : 3) | (bit << DELIMITER_SHIFT);
});

export interface RowMeasure {
  /** Bytes of the row in the encoded form, with its delimiters and its line break. */
  readonly bytes: number;
  /** The delimiters that occur in its values. */
  readonly delimiters: DelimiterSet;
}

/** What a row of so many values takes beside their letters. */
export function emptyRowBytes(values: number): number {
  return LINE_BREAK_BYTES + SEPARATOR_BYTES * (values - 1);
}

/** Measures a row as `encodeForm` makes it, without making it: one pass over its letters. */
export function measureRow(values: readonly string[]): RowMeasure {
  let bytes = emptyRowBytes(values.length);
  let delimiters = NO_DELIMITER;
  for (const text of values) {
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code < 0x80) {
        const about = ASCII[code] as number;
        bytes += about & BYTES_MASK;
        delimiters |= about >>> DELIMITER_SHIFT;
      } else if (code < 0x800) bytes += 6;
      // Half of a pair: 6 of the pair's 12.
      else if (code >= 0xd800 && code <= 0xdfff) bytes += 6;
      else bytes += 9;
    }
  }
  return { bytes, delimiters };
}
