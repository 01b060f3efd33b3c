import { isUtf8 } from "node:buffer";
import { isUsualText } from "./usual-letters.ts";

const SCRIPTS = [
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Arabic}/gu,
];
/** By chance hardly so many of a script come together. */
const ENOUGH_LETTERS = 3;
const THREE_BYTES = /[\u0800-\uffff]/;
const BESIDE_ASCII = /[a-z][^\0-\x7f]|[^\0-\x7f][a-z]/i;

/** What cells end with. The bar is half a sign in some encodings, whose lines are not cut. */
const BORDERS: ReadonlySet<number> = new Set([...',;|\t"\r\n'].map((one) => one.charCodeAt(0)));
const LF = 0x0a;
const CR = 0x0d;

/** A first byte of UTF-8 and one that goes on: nearly no line of an older encoding has them. */
export function mayHoldUtf8(bytes: Uint8Array): boolean {
  let before = 0;
  for (const byte of bytes) {
    if (byte >= 0x80 && byte < 0xc0 && before >= 0xc2 && before <= 0xf4) return true;
    before = byte;
  }
  return false;
}

/**
 * Whether bytes beyond ASCII are UTF-8 and read as letters of lists.
 * @param among what the other lines are written in: where words are all of bytes beyond ASCII, two
 * of them look like a letter of UTF-8 more often, and more must speak for it
 */
export function isMeantAsUtf8(bytes: Buffer, among: "latin" | "other"): boolean {
  if (!mayHoldUtf8(bytes) || !isUtf8(bytes)) return false;
  const text = bytes.toString();
  if (!isUsualText(text)) return false;
  if (among === "latin" || THREE_BYTES.test(text) || BESIDE_ASCII.test(text)) return true;
  return SCRIPTS.some((script) => (text.match(script)?.length ?? 0) >= ENOUGH_LETTERS);
}

export interface Line {
  readonly bytes: Buffer;
  /** Whether it holds bytes beyond ASCII. */
  readonly foreign: boolean;
}

/** Lines with bytes beyond ASCII, and what stands between them as one; line ends belong to lines. */
export function* linesOf(bytes: Buffer): Generator<Line> {
  let between = 0;
  let start = 0;
  let foreign = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) foreign = true;
    if (at + 1 < bytes.length && byte !== LF && byte !== CR) continue;
    if (foreign) {
      if (between < start) yield { bytes: bytes.subarray(between, start), foreign: false };
      yield { bytes: bytes.subarray(start, at + 1), foreign: true };
      between = at + 1;
    }
    start = at + 1;
    foreign = false;
  }
  if (between < bytes.length) yield { bytes: bytes.subarray(between), foreign: false };
}

/** The cells of a line, roughly: each with the border behind it. */
export function* cellsOf(line: Buffer): Generator<Buffer> {
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const byte = line[at] as number;
    if (!BORDERS.has(byte)) continue;
    yield line.subarray(start, at + 1);
    start = at + 1;
  }
  if (start < line.length) yield line.subarray(start);
}
