import { isUtf8 } from "node:buffer";

/**
 * Letters and signs that lists hold. Two bytes of an older encoding may be one letter of UTF-8 by
 * chance, and then mostly one of those in between: `É®` is U+026E.
 */
const USUAL =
  /^[\0-\x7f\u00a0-\u017f\u018f\u0259\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0386-\u03ce\u0400-\u045f\u0490-\u0493\u04b0\u04b1\u04d8\u04d9\u04e8\u04e9\u0531-\u0556\u0561-\u0587\u05d0-\u05f4\u060c\u061b\u061f\u0621-\u0652\u0660-\u0669\u067e\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06cc\u06d2\u06f0-\u06f9\u0900-\ud7ff\uf900-\uffef\u{10000}-\u{1ffff}]*$/u;
const COMBINED = /(?<=\p{L})(?:[\u0300-\u0304]|[\u0306-\u030c]|\u0323|\u0327|\u0328)/gu;
/** `CAFÉ™` would be `CAF` and U+0259. */
const CASE_AMISS = /[A-Z]{2}(?![a-z])\p{Ll}(?!\p{Ll})/u;
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
  if (!USUAL.test(text.replace(COMBINED, "")) || CASE_AMISS.test(text)) return false;
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
