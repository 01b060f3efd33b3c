import type { ConnectionSettings } from "../../../preload/types.ts";
import type { DelimiterName } from "../../common/batch.ts";
import { delimiterCharacter } from "./delimiter.ts";
import { encodeForm } from "./form.ts";
import { ASCII, BYTES_MASK } from "./measure.ts";

const ROWS = Buffer.from('"rows":[');
/** A byte makes three in the form at most. */
const MOST_BYTES = 3;
/** Bytes of room that are kept for the next batch. */
const MOST_KEPT = 4 * 1024 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE = 0x5d;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const PERCENT = 0x25;
const PLUS = 0x2b;
const BLANK = 0x20;
const HEX = Buffer.from("0123456789ABCDEF");

/** Of every byte: what a form takes in its place, or 0 for a percent sign and two digits. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === BLANK) return PLUS;
  return byte < ASCII.length && ((ASCII[byte] as number) & BYTES_MASK) === 1 ? byte : 0;
});
/** The byte that a letter behind a backslash means; 0 for a line end, which breaks its row, and others. */
const ESCAPED = new Uint8Array(256);
for (const [written, meant] of ['""', "\\\\", "//", "b\b", "f\f", "t\t"]) {
  ESCAPED[String(written).charCodeAt(0)] = String(meant).charCodeAt(0);
}

/**
 * The data parameter of rows in their stored form (`StoredPayload` as JSON in UTF-8), encoded as
 * `encodeForm` does what `dataParameter` makes of them: in one pass, and without making texts of the
 * values, which takes four times as long.
 * @param before bytes that are left free in front of it
 * @returns null for what is rare or wrong: whoever asks goes the long way, and is told there
 */
export type StoredEncoder = (
  json: Uint8Array,
  delimiter: DelimiterName,
  spelling: ConnectionSettings["compatibility"],
  before?: number,
) => Buffer | null;

/** Room for a usual batch is made once: new memory takes longer to come by than to be written. */
export function createStoredEncoder(): StoredEncoder {
  let room = Buffer.alloc(0);
  return (json, delimiter, spelling, before = 0) => {
    const bytes = json.length * MOST_BYTES;
    const out = bytes > room.length ? Buffer.allocUnsafeSlow(bytes) : room;
    if (bytes <= MOST_KEPT) room = out;
    const length = encode(json, delimiter, spelling, out);
    if (length === null) return null;
    const name = encodeForm([{ name: spelling.dataParameter, value: "" }]);
    const made = Buffer.allocUnsafeSlow(before + name.length + length);
    made.write(name, before, "latin1");
    made.set(out.subarray(0, length), before + name.length);
    return made;
  };
}

/** @returns how many bytes of `out` it takes */
function encode(
  json: Uint8Array,
  delimiter: DelimiterName,
  { lineBreak }: ConnectionSettings["compatibility"],
  out: Buffer,
): number | null {
  const begin = Buffer.from(json.buffer, json.byteOffset, json.byteLength).indexOf(ROWS);
  if (begin < 0) return null;
  const separator = delimiterCharacter(delimiter).charCodeAt(0);
  const rowEnd = Buffer.from(encodeURIComponent(lineBreak));
  let to = 0;
  let at = begin + ROWS.length;
  for (;;) {
    const values = startOfValues(json, at);
    if (values < 0) return null;
    at = values;
    // One loop over the letters of all values: whatever is called for each takes more than it does.
    for (;;) {
      let byte = json[at++] as number;
      if (byte === QUOTE) {
        const next = json[at++];
        if (next === CLOSE) break;
        if (next !== COMMA || json[at++] !== QUOTE) return null;
        byte = separator;
      } else {
        if (byte === BACKSLASH) byte = ESCAPED[json[at++] as number] ?? 0;
        // Also where the text ends.
        if (!(byte > 0) || byte === separator) return null;
      }
      const plain = PLAIN[byte] as number;
      if (plain !== 0) out[to++] = plain;
      else {
        out[to++] = PERCENT;
        out[to++] = HEX[byte >> 4] as number;
        out[to++] = HEX[byte & 15] as number;
      }
    }
    if (json[at++] !== CLOSE) return null;
    const next = json[at++];
    if (next === CLOSE) break;
    if (next !== COMMA) return null;
    out.set(rowEnd, to);
    to += rowEnd.length;
  }
  return to;
}

/** Behind the first quote in a row: `[12,["one","two"]]`; -1 where it is none. */
function startOfValues(json: Uint8Array, row: number): number {
  let at = row;
  if (json[at++] !== OPEN) return -1;
  while ((json[at] ?? 0) >= DIGIT_0 && (json[at] ?? 0) <= DIGIT_9) at += 1;
  return json[at++] === COMMA && json[at++] === OPEN && json[at++] === QUOTE ? at : -1;
}
