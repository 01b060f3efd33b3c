import { isAscii, isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { incompleteUtf8 } from "./decoder.ts";
import { readHead, restPieces } from "./file-sample.ts";
import { isLatinEncoding } from "./latin-encoding.ts";
import { foreignSample, guessLegacyEncoding } from "./legacy-encoding.ts";
import { isMeantAsUtf8, linesOf } from "./utf8-lines.ts";
import { wideZeros } from "./wide-zeros.ts";

/** Lines with bytes beyond ASCII that are looked at. */
const ENOUGH_LINES = 1000;
const LF = 0x0a;
const ESCAPES = ["\x1b$B", "\x1b$@"];

export interface EncodingGuess {
  /** The encoding of most lines. */
  readonly encoding: string;
  /**
   * The encoding of single lines in a text in UTF-8 that are not in UTF-8, where some were seen.
   */
  readonly older: string | null;
  /** What it may be as well where nothing proves it, and lines that tell. */
  readonly unsure?: { readonly others: readonly string[]; readonly sample: Buffer };
  /** The start of the file. */
  readonly head: Buffer;
}

/**
 * The encoding of a text file: by its byte order mark, by UTF-16's pattern of zero bytes, by
 * escapes, as UTF-8 where all of it is valid UTF-8 or most of its foreign lines are, else by the
 * letters that its bytes make in older encodings.
 */
export async function findEncoding(file: FileHandle, size: number): Promise<EncodingGuess> {
  const head = await readHead(file, size);
  const sure = byMark(head) ?? wideZeros(head.subarray(0, 8192)).wide ?? byEscapes(head);
  if (sure !== null) return { encoding: sure, older: null, head };
  return { ...(await utf8OrLegacy(file, size, head)), head };
}

function byMark(head: Buffer): string | null {
  const start = head.subarray(0, 4).toString("hex");
  if (start.startsWith("efbbbf")) return "utf-8";
  if (start === "fffe0000") return "utf-32le";
  if (start === "0000feff") return "utf-32be";
  if (start.startsWith("fffe")) return "utf-16le";
  if (start.startsWith("feff")) return "utf-16be";
  return null;
}

/** What old Japanese mail programs write: plain letters, and signs between two escapes. */
function byEscapes(head: Buffer): string | null {
  if (!ESCAPES.some((each) => head.includes(each)) || !isAscii(head)) return null;
  return "iso-2022-jp";
}

async function utf8OrLegacy(
  file: FileHandle,
  size: number,
  head: Buffer,
): Promise<Omit<EncodingGuess, "head">> {
  let seenUtf8 = !isAscii(head);
  let foreign = looksUtf8(head, size > head.length) ? null : head;
  if (foreign === null) {
    for await (const piece of restPieces(file, size)) {
      if (!looksUtf8(withoutStart(piece), true)) {
        foreign = wholeLines(piece);
        break;
      }
      seenUtf8 ||= !isAscii(piece);
    }
  } else seenUtf8 = false;
  if (foreign === null) return { encoding: "utf-8", older: null };
  const sample = foreignSample(foreign);
  const { encoding: older, others } = guessLegacyEncoding(sample, foreign);
  const isUtf8 = seenUtf8 || mostAreUtf8(foreign, isLatinEncoding(older) ? "latin" : "other");
  if (isUtf8) return { encoding: "utf-8", older };
  return {
    encoding: older,
    older: null,
    ...(others.length === 0 ? {} : { unsure: { others, sample } }),
  };
}

/** A piece from the middle of a file without the lines that it cuts, unless there are no others. */
function wholeLines(piece: Buffer): Buffer {
  const lines = piece.subarray(piece.indexOf(LF) + 1, piece.lastIndexOf(LF) + 1);
  return isUtf8(lines) ? piece : lines;
}

/** Whether most of the lines with bytes beyond ASCII are in UTF-8. */
function mostAreUtf8(bytes: Buffer, among: "latin" | "other"): boolean {
  let balance = 0;
  let seen = 0;
  for (const { bytes: line, foreign } of linesOf(bytes)) {
    if (!foreign) continue;
    balance += isMeantAsUtf8(line, among) ? 1 : -1;
    seen += 1;
    if (seen >= ENOUGH_LINES) break;
  }
  return balance >= 0;
}

function looksUtf8(bytes: Buffer, goesOn: boolean): boolean {
  return isUtf8(goesOn ? bytes.subarray(0, bytes.length - incompleteUtf8(bytes)) : bytes);
}

/** Without the rest of a letter that began in the piece before. */
function withoutStart(bytes: Buffer): Buffer {
  let at = 0;
  while (at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  return bytes.subarray(at);
}
