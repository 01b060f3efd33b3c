import { isUtf8 } from "node:buffer";
import type { FileHandle } from "node:fs/promises";
import { incompleteUtf8 } from "./decoder.ts";
import { readHead, restPieces } from "./file-sample.ts";
import { guessLegacyEncoding } from "./legacy-encoding.ts";
import { wideZeros } from "./wide-zeros.ts";

export interface EncodingGuess {
  readonly encoding: string;
  /** The start of the file. */
  readonly head: Buffer;
}

/**
 * The encoding of a text file: by its byte order mark, by UTF-16's pattern of zero bytes, as UTF-8
 * where all of it is valid UTF-8, else by the letters that its bytes make in older encodings.
 */
export async function findEncoding(file: FileHandle, size: number): Promise<EncodingGuess> {
  const head = await readHead(file, size);
  const encoding =
    byMark(head) ??
    wideZeros(head.subarray(0, 8192)).wide ??
    (await utf8OrLegacy(file, size, head));
  return { encoding, head };
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

async function utf8OrLegacy(file: FileHandle, size: number, head: Buffer): Promise<string> {
  let foreign = looksUtf8(head, size > head.length) ? null : head;
  if (foreign === null) {
    for await (const piece of restPieces(file, size)) {
      if (looksUtf8(withoutStart(piece), true)) continue;
      foreign = piece;
      break;
    }
  }
  return foreign === null ? "utf-8" : guessLegacyEncoding(foreign);
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
