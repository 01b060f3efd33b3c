import type { FieldName } from "../../../../preload/fields.ts";
import { storedJson } from "../../../records/imports/batches/payload.ts";
import { NO_DELIMITER } from "../../batches/delimiter.ts";
import {
  ASCII,
  BYTES_MASK,
  DELIMITER_SHIFT,
  emptyRowBytes,
  type RowMeasure,
} from "../../batches/measure.ts";

const FIRST_ROOM = 128 * 1024;
/** The most that one unit of a text takes: `\u001f`. */
const MOST_BYTES = 6;
/** Beside the values of a row: its number, brackets, quotes. */
const BESIDE = 32;
const BESIDE_VALUE = 4;

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const END = new TextEncoder().encode("]}");
const HEX = new TextEncoder().encode("0123456789abcdef");

/** Of every character of ASCII: 0 where JSON takes it as it is, else what stands behind its backslash. */
const ESCAPES = Uint8Array.from({ length: 128 }, (_, code) => {
  const written = JSON.stringify(String.fromCharCode(code)).slice(1, -1);
  return written.startsWith("\\") ? written.charCodeAt(1) : 0;
});
const UNICODE = "u".charCodeAt(0);

/** What `ASCII` tells of a character that JSON takes as it is, else this mark. */
const ESCAPED = 0x80;
const PLAIN = ASCII.map((about, code) => (ESCAPES[code] === 0 ? about : ESCAPED));

/**
 * Writes rows as `storedJson` does, letter by letter, and measures each as `measureRow` does with
 * the same look at its letters: of millions of values no other text is made.
 */
export interface RowsJson {
  /** The values are as many as the fields. */
  add(row: number, values: readonly string[]): RowMeasure;
  /** All rows since the last time. */
  take(): Uint8Array<ArrayBuffer>;
}

export function createRowsJson(fields: readonly FieldName[]): RowsJson {
  const begin = storedJson({ fields, rows: [] }).slice(0, -END.length);
  let out = new Uint8Array(FIRST_ROOM);
  out.set(begin);
  let at = begin.length;
  let bytes = 0;
  let delimiters = NO_DELIMITER;

  function makeRoom(more: number): void {
    if (at + more <= out.length) return;
    const larger = new Uint8Array(Math.max(out.length * 2, at + more));
    larger.set(out);
    out = larger;
  }

  function putNumber(number: number): void {
    let power = 1;
    while (power * 10 <= number) power *= 10;
    for (let rest = number; power >= 1; power /= 10) {
      const digit = Math.floor(rest / power);
      out[at++] = 0x30 + digit;
      rest -= digit * power;
    }
  }

  function putEscape(code: number): void {
    const written = code < 0x80 ? (ESCAPES[code] as number) : UNICODE;
    out[at++] = BACKSLASH;
    out[at++] = written;
    if (written !== UNICODE) return;
    for (let shift = 12; shift >= 0; shift -= 4) out[at++] = HEX[(code >> shift) & 15] as number;
  }

  /** Half of a pair; the other half follows, or it stands alone. */
  function putHalf(code: number, next: number): number {
    bytes += 6;
    const isPair = code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff;
    if (!isPair) {
      putEscape(code);
      return 1;
    }
    bytes += 6;
    const letter = 0x10000 + ((code & 0x3ff) << 10) + (next & 0x3ff);
    out[at++] = 0xf0 | (letter >> 18);
    out[at++] = 0x80 | ((letter >> 12) & 63);
    out[at++] = 0x80 | ((letter >> 6) & 63);
    out[at++] = 0x80 | (letter & 63);
    return 2;
  }

  /** @returns the units that are written */
  function putOther(text: string, index: number, code: number): number {
    if (code < 0x80) {
      const about = ASCII[code] as number;
      bytes += about & BYTES_MASK;
      delimiters |= about >>> DELIMITER_SHIFT;
      putEscape(code);
      return 1;
    }
    if (code < 0x800) {
      bytes += 6;
      out[at++] = 0xc0 | (code >> 6);
      out[at++] = 0x80 | (code & 63);
      return 1;
    }
    if (code >= 0xd800 && code <= 0xdfff) return putHalf(code, text.charCodeAt(index + 1));
    bytes += 9;
    out[at++] = 0xe0 | (code >> 12);
    out[at++] = 0x80 | ((code >> 6) & 63);
    out[at++] = 0x80 | (code & 63);
    return 1;
  }

  /** All in local variables but for letters beyond ASCII: kept outside, it takes twice the time. */
  function putText(text: string): void {
    const { length } = text;
    makeRoom(length * MOST_BYTES + BESIDE_VALUE);
    const to = out;
    let here = at;
    let sum = 0;
    let found = NO_DELIMITER;
    to[here++] = QUOTE;
    for (let index = 0; index < length; ) {
      const code = text.charCodeAt(index);
      const about = code < 0x80 ? (PLAIN[code] as number) : ESCAPED;
      if (about !== ESCAPED) {
        sum += about & BYTES_MASK;
        found |= about;
        to[here++] = code;
        index += 1;
        continue;
      }
      at = here;
      index += putOther(text, index, code);
      here = at;
    }
    to[here++] = QUOTE;
    at = here;
    bytes += sum;
    delimiters |= found >>> DELIMITER_SHIFT;
  }

  return {
    add(row, values) {
      bytes = emptyRowBytes(values.length);
      delimiters = NO_DELIMITER;
      makeRoom(BESIDE);
      if (at > begin.length) out[at++] = COMMA;
      out[at++] = OPEN;
      putNumber(row);
      out[at++] = COMMA;
      out[at++] = OPEN;
      for (let place = 0; place < values.length; place += 1) {
        if (place > 0) out[at++] = COMMA;
        putText(values[place] as string);
      }
      makeRoom(BESIDE);
      out[at++] = CLOSE;
      out[at++] = CLOSE;
      return { bytes, delimiters };
    },
    take() {
      makeRoom(END.length);
      out.set(END, at);
      const json = out.slice(0, at + END.length);
      at = begin.length;
      return json;
    },
  };
}
