import { isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { incompleteUtf8, OTHER_ENCODING, type TextStreamDecoder } from "./decoder.ts";
import { isLatinEncoding } from "./latin-encoding.ts";
import { foreignSample, guessLegacyEncoding, isDoubleByte } from "./legacy-encoding.ts";
import { cellsOf, isMeantAsUtf8, linesOf, mayHoldUtf8 } from "./utf8-lines.ts";

/** A line longer than this is decoded before its end is there. */
const MAX_LINE = 1024 * 1024;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Decodes a text whose encoding was found: each line for itself where lines of UTF-8 stand among
 * those of an older encoding, or the other way round, as where lists of two programs were put
 * together. What is written otherwise than most is marked.
 * @param main what most lines are written in
 * @param older the other encoding of a text in UTF-8; found at the first such line where null
 */
export function createMixedDecoder(main: string, older: string | null): TextStreamDecoder {
  return main === "utf-8" ? new Utf8Lines(older) : new OlderLines(main);
}

/** UTF-8 that may hold lines of an older encoding. Whole pieces of UTF-8 are decoded at once. */
class Utf8Lines implements TextStreamDecoder {
  unreadable = 0;
  marked = false;
  older: string | null;
  #rest: Buffer = Buffer.alloc(0);
  #started = false;

  constructor(older: string | null) {
    this.older = older;
  }

  write(piece: Buffer): string {
    let bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    if (!this.#started) {
      if (bytes.length < BOM.length) {
        this.#rest = Buffer.from(bytes);
        return "";
      }
      this.#started = true;
      if (bytes.subarray(0, BOM.length).equals(BOM)) bytes = bytes.subarray(BOM.length);
    }
    const whole = bytes.length - incompleteUtf8(bytes);
    if (isUtf8(bytes.subarray(0, whole))) {
      this.#rest = Buffer.from(bytes.subarray(whole));
      return bytes.toString("utf8", 0, whole);
    }
    const cut = endOfLines(bytes);
    this.#rest = Buffer.from(bytes.subarray(cut));
    return this.#lines(bytes.subarray(0, cut));
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return rest.equals(BOM) ? "" : this.#lines(rest);
  }

  #lines(bytes: Buffer): string {
    if (isUtf8(bytes)) return bytes.toString();
    this.older ??= guessLegacyEncoding(foreignSample(bytes), bytes).encoding;
    const older = this.older;
    let text = "";
    for (const { bytes: line } of linesOf(bytes)) {
      if (isUtf8(line)) text += line.toString();
      else if (isDoubleByte(older)) text += this.#older(line, older);
      else for (const cell of cellsOf(line)) text += this.#cell(cell, older);
    }
    return text;
  }

  #cell(cell: Buffer, older: string): string {
    if (isUtf8(cell)) return cell.toString();
    if (!isCutOff(cell)) return this.#older(cell, older);
    this.unreadable += 1;
    return cell.toString();
  }

  #older(bytes: Buffer, older: string): string {
    this.marked = true;
    return marked(iconv.decode(bytes, older, { stripBOM: false }));
  }
}

/** `Jos\xc3,`: a program that counts bytes took the second half of an é off the end of a cell. */
function isCutOff(cell: Buffer): boolean {
  const end = cell.at(-1) ?? 0;
  const at = end < 0x80 ? cell.length - 2 : cell.length - 1;
  const before = cell[at - 1] ?? 0;
  const last = cell[at] ?? 0;
  const isSmall = before >= 0x61 && before <= 0x7a;
  return isSmall && last >= 0xc3 && last <= 0xc5 && isUtf8(cell.subarray(0, at));
}

/** An older encoding that may hold lines of UTF-8. */
class OlderLines implements TextStreamDecoder {
  readonly unreadable = 0;
  readonly older: string;
  readonly #isDouble: boolean;
  readonly #isLatin: boolean;
  marked = false;
  #rest: Buffer = Buffer.alloc(0);

  constructor(older: string) {
    this.older = older;
    this.#isDouble = isDoubleByte(older);
    this.#isLatin = isLatinEncoding(older);
  }

  write(piece: Buffer): string {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    const cut = endOfLines(bytes);
    this.#rest = Buffer.from(bytes.subarray(cut));
    return this.#lines(bytes.subarray(0, cut));
  }

  end(): string {
    const rest = this.#rest;
    this.#rest = Buffer.alloc(0);
    return this.#lines(rest);
  }

  #lines(bytes: Buffer): string {
    if (!mayHoldUtf8(bytes)) return this.#decode(bytes);
    const pieces: Piece[] = [];
    for (const { bytes: line, foreign } of linesOf(bytes)) {
      if (!foreign || !mayHoldUtf8(line)) pieces.push({ bytes: line, utf8: false });
      else if (this.#isUtf8(line)) pieces.push({ bytes: line, utf8: true });
      else if (this.#isDouble) pieces.push({ bytes: line, utf8: false });
      else for (const cell of cellsOf(line)) pieces.push({ bytes: cell, utf8: this.#isUtf8(cell) });
    }
    return this.#joined(bytes, pieces);
  }

  /** What stands together is decoded together. */
  #joined(bytes: Buffer, pieces: readonly Piece[]): string {
    let text = "";
    let from = 0;
    let at = 0;
    for (const { bytes: piece, utf8 } of pieces) {
      if (utf8) {
        text += this.#decode(bytes.subarray(from, at)) + marked(piece.toString());
        from = at + piece.length;
        this.marked = true;
      }
      at += piece.length;
    }
    return text + this.#decode(bytes.subarray(from));
  }

  #isUtf8(bytes: Buffer): boolean {
    return isMeantAsUtf8(bytes, this.#isLatin ? "latin" : "other");
  }

  #decode(bytes: Buffer): string {
    return bytes.length === 0 ? "" : iconv.decode(bytes, this.older, { stripBOM: false });
  }
}

/** The mark goes before the first letter beyond ASCII: before a quotation mark it would hide it. */
function marked(text: string): string {
  let at = 0;
  while (at < text.length && text.charCodeAt(at) < 0x80) at++;
  return text.slice(0, at) + OTHER_ENCODING + text.slice(at);
}

interface Piece {
  readonly bytes: Buffer;
  readonly utf8: boolean;
}

/** Where the last line ends that is there whole; a line without an end is cut behind a blank sign. */
function endOfLines(bytes: Buffer): number {
  for (let at = bytes.length - 1; at >= 0; at--) {
    const byte = bytes[at];
    if (byte === 0x0a || byte === 0x0d) return at + 1;
  }
  if (bytes.length < MAX_LINE) return 0;
  for (let at = bytes.length - 1; at > 0; at--) {
    // Signs below 0x30 are no half of a letter in any encoding.
    if ((bytes[at] as number) < 0x30) return at + 1;
  }
  return bytes.length;
}
