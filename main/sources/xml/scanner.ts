import { damaged } from "../fault.ts";
import { MAX_CELL } from "../limits.ts";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const BANG = 0x21;
const QUESTION = 0x3f;
const BLANK = 0x20;

/** No tag of a list is longer; more is a damaged file. */
const MAX_TOKEN = 4 * 1024 * 1024;
/** Bytes of a text that may be a cell's: an entity takes some ten for each of its characters. */
const MAX_TEXT = 12 * (MAX_CELL + 1);
const NONE = Buffer.alloc(0);
const COMMENT_END = Buffer.from("-->");
const CDATA_START = Buffer.from("<![CDATA[");
const CDATA_END = Buffer.from("]]>");
const INSTRUCTION_END = Buffer.from("?>");

/**
 * Cuts XML bytes into tags and text, piece by piece: a token that a piece cuts in two waits for
 * the next piece, so no letter is ever decoded in halves. Namespace prefixes are skipped.
 * Bytes are UTF-8. A DOCTYPE is refused: no spreadsheet has one and entity bombs need it.
 */
export abstract class XmlScanner {
  /** The bytes under the positions given to the hooks; valid only during the hook. */
  protected bytes: Buffer = NONE;
  /** Whether text between tags is wanted; text is skipped fast otherwise. */
  protected wantsText = false;
  #started = false;
  /** The rest of a text of which no more is wanted goes on in the next piece. */
  #inText = false;

  /** A start tag: local name in [from, nameEnd), attributes in [nameEnd, to). */
  protected abstract open(from: number, nameEnd: number, to: number, empty: boolean): void;
  /** An end tag's local name. */
  protected abstract close(from: number, to: number): void;
  /** Text as written; `literal` where entities are not to be decoded (CDATA). */
  protected abstract text(from: number, to: number, literal: boolean): void;

  /** What the last piece left and the next as one. */
  protected join(rest: Buffer, piece: Buffer): Buffer {
    return rest.length === 0 ? piece : Buffer.concat([rest, piece]);
  }

  /** Reads tags and text from the tag at `at` by other means; the position behind what was read. */
  protected ahead(at: number): number {
    return at;
  }

  push(piece: Buffer): void {
    const next = this.#started ? piece : this.#start(piece);
    if (next === null) return;
    const bytes = this.join(this.bytes, next);
    this.bytes = bytes;
    const used = this.#scan(bytes);
    if (bytes.length - used > MAX_TOKEN) throw damaged("a tag or text without an end");
    // A copy, so that the rest does not keep the whole piece.
    this.bytes = used === bytes.length ? NONE : Buffer.from(bytes.subarray(used));
  }

  /** To be called after the last piece. */
  end(): void {
    if (this.#inText || isMoreThanBlanks(this.bytes, 0, this.bytes.length)) {
      throw damaged("the XML ends in the middle");
    }
    this.bytes = NONE;
  }

  /** The first bytes without their mark; null until there are enough to tell. */
  #start(piece: Buffer): Buffer | null {
    const bytes = Buffer.concat([this.bytes, piece]);
    this.bytes = bytes;
    if (bytes.length < 3) return null;
    this.#started = true;
    this.bytes = NONE;
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  }

  #scan(bytes: Buffer): number {
    const length = bytes.length;
    let at = 0;
    while (at < length) {
      if (bytes[at] !== LT) {
        let next = at + 1;
        while (next < length && bytes[next] !== LT) next++;
        const isWanted = this.wantsText && !this.#inText;
        if (next === length && isWanted && next - at < MAX_TEXT) return at;
        if (isWanted) this.text(at, Math.min(next, at + MAX_TEXT), false);
        if (next === length) {
          this.#inText ||= isWanted || isMoreThanBlanks(bytes, at, next);
          return length;
        }
        at = next;
      }
      this.#inText = false;
      const behind = this.ahead(at);
      if (behind > at) {
        at = behind;
        continue;
      }
      const next = this.#tag(bytes, at, length);
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  /** The position behind the tag at `at`, or -1 where it is not complete. */
  #tag(bytes: Buffer, at: number, length: number): number {
    let from = at + 1;
    const first = bytes[from];
    if (first === BANG || first === QUESTION) return this.#special(bytes, at, length);
    let nameEnd = -1;
    let to = from;
    for (; ; to++) {
      if (to >= length) return -1;
      const byte = bytes[to] as number;
      if (byte === GT) break;
      if (byte > 0x3a) continue;
      if (byte === QUOTE || byte === APOSTROPHE) {
        do to++;
        while (to < length && bytes[to] !== byte);
      } else if (nameEnd < 0) {
        if (byte === COLON) from = to + 1;
        else if (byte <= BLANK) nameEnd = to;
      }
    }
    if (first === SLASH) {
      this.close(from === at + 1 ? from + 1 : from, nameEnd < 0 ? to : nameEnd);
      return to + 1;
    }
    const empty = bytes[to - 1] === SLASH;
    const end = empty ? to - 1 : to;
    this.open(from, nameEnd < 0 ? end : Math.min(nameEnd, end), end, empty);
    return to + 1;
  }

  #special(bytes: Buffer, at: number, length: number): number {
    if (bytes[at + 1] === QUESTION) return behind(bytes, INSTRUCTION_END, at + 2);
    if (length - at < CDATA_START.length) return -1;
    if (bytes[at + 2] === 0x2d && bytes[at + 3] === 0x2d) return behind(bytes, COMMENT_END, at + 4);
    if (bytes.compare(CDATA_START, 0, CDATA_START.length, at, at + CDATA_START.length) !== 0) {
      throw damaged("a document type in the XML");
    }
    const from = at + CDATA_START.length;
    const next = behind(bytes, CDATA_END, from);
    if (next >= 0 && this.wantsText) this.text(from, next - CDATA_END.length, true);
    return next;
  }
}

function isMoreThanBlanks(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > BLANK) return true;
  return false;
}

function behind(bytes: Buffer, mark: Buffer, from: number): number {
  const found = bytes.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}
