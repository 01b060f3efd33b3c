import { MAX_CELL } from "../../../common/tables/limits.ts";
import { damaged } from "../fault.ts";
import { Namespaces } from "./namespaces.ts";

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
const XMLNS = Buffer.from("xmlns");
/** The namespace of elements that hold the same in several forms (ECMA-376, part 3). */
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/**
 * Cuts XML bytes into tags and text, piece by piece: a token that a piece cuts in two waits for
 * the next piece, so no letter is ever decoded in halves. Elements of another namespace than the
 * part's own are left out with all that they hold: extensions have elements of the same names.
 * Bytes are UTF-8. A DOCTYPE is refused: no spreadsheet has one and entity bombs need it.
 */
export abstract class XmlScanner {
  /** The bytes under the positions given to the hooks; valid only during the hook. */
  protected bytes: Buffer = NONE;
  /** Whether text between tags is wanted; text is skipped fast otherwise. */
  protected wantsText = false;
  /** The namespace of the element that a hook is called for. */
  protected namespace = "";
  /** The prefix before the names of the part's own elements, with its colon; or "". */
  protected rootPrefix = "";
  readonly #names = new Namespaces();
  /** Elements that are open from a foreign one on; 0 outside of such. */
  #skipped = 0;
  #started = false;
  /** The rest of a text of which no more is wanted goes on in the next piece. */
  #inText = false;

  /** A start tag: local name in [from, nameEnd), attributes in [nameEnd, to). */
  protected abstract open(from: number, nameEnd: number, to: number, empty: boolean): void;
  /** An end tag's local name. */
  protected abstract close(from: number, to: number): void;
  /** Text as written; `literal` where entities are not to be decoded (CDATA). */
  protected abstract text(from: number, to: number, literal: boolean): void;

  /** Whether elements of a namespace are read: by default those of the part's first element. */
  protected isOwn(namespace: string): boolean {
    return namespace === this.#names.root;
  }

  /** Whether what a foreign element holds is read all the same. */
  protected goesThrough(): boolean {
    return false;
  }

  /** The namespace that a prefix stands for here; "?" and the prefix where none is declared. */
  protected namespaceOf(prefix: string): string {
    return this.#names.of(prefix);
  }

  /** Prefixes and namespaces, as long as only the part's first element declares any; else null. */
  protected get declared(): ReadonlyMap<string, string> | null {
    return this.#names.isNested ? null : this.#names.declared;
  }

  protected get hasRoot(): boolean {
    return this.#names.root !== null;
  }

  /** Goes on among the first element's children, whatever was left unfinished. */
  protected goOn(piece: Buffer): void {
    this.#names.leaveAll();
    this.#skipped = 0;
    this.bytes = NONE;
    this.push(piece);
  }

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
        const isWanted = this.wantsText && this.#skipped === 0 && !this.#inText;
        if (next === length && isWanted && next - at < MAX_TEXT) return at;
        if (isWanted) this.text(at, Math.min(next, at + MAX_TEXT), false);
        if (next === length) {
          this.#inText ||= isWanted || isMoreThanBlanks(bytes, at, next);
          return length;
        }
        at = next;
      }
      this.#inText = false;
      const behind = this.#isPlain() ? this.ahead(at) : at;
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
    let declares = false;
    let to = from;
    for (; ; to++) {
      if (to >= length) return -1;
      const byte = bytes[to] as number;
      if (byte === GT) break;
      if (byte > 0x3a) continue;
      if (byte === QUOTE || byte === APOSTROPHE) {
        do to++;
        while (to < length && bytes[to] !== byte);
      } else if (byte <= BLANK) {
        if (nameEnd < 0) nameEnd = to;
        if (bytes[to + 1] === XMLNS[0]) declares ||= isAt(bytes, XMLNS, to + 1);
      } else if (byte === COLON && nameEnd < 0) from = to + 1;
    }
    if (first === SLASH) {
      if (this.#skipped > 0) this.#skipped--;
      else this.#endTag(at + 2, Math.max(from, at + 2), nameEnd < 0 ? to : nameEnd);
      return to + 1;
    }
    const empty = bytes[to - 1] === SLASH;
    const end = empty ? to - 1 : to;
    const tag = { at, from, nameEnd: nameEnd < 0 ? end : Math.min(nameEnd, end), end, empty };
    if (this.#skipped === 0) this.#startTag(tag, declares);
    else if (!empty) this.#skipped++;
    return to + 1;
  }

  #startTag({ at, from, nameEnd, end, empty }: StartTag, declares: boolean): void {
    const names = this.#names;
    const isScope = declares && names.declare(this.bytes, nameEnd, end);
    this.namespace = from === at + 1 ? names.plain : names.at(this.bytes, at + 1, from - 1);
    if (names.root === null) {
      names.root = this.namespace;
      this.rootPrefix = this.bytes.toString("latin1", at + 1, from);
    }
    const isOwn = this.isOwn(this.namespace);
    const isSkipped = !isOwn && !this.#goesThrough(from, nameEnd);
    if (isOwn) this.open(from, nameEnd, end, empty);
    if (isSkipped && !empty) this.#skipped = 1;
    if (!isSkipped && !empty) names.opened();
    else if (isScope) names.leave();
  }

  #endTag(at: number, from: number, nameEnd: number): void {
    const names = this.#names;
    this.namespace = from === at ? names.plain : names.at(this.bytes, at, from - 1);
    if (this.isOwn(this.namespace)) this.close(from, nameEnd);
    names.closed();
  }

  /** Of what stands there in several forms, the one for programs that know no extension is read. */
  #goesThrough(from: number, nameEnd: number): boolean {
    if (this.namespace !== COMPATIBILITY) return this.goesThrough();
    return this.bytes.toString("latin1", from, nameEnd) !== "Choice";
  }

  /** Whether names without a prefix are the part's own, and go on being so. */
  #isPlain(): boolean {
    return this.#skipped === 0 && !this.#names.isNested && this.isOwn(this.#names.plain);
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
    if (next >= 0 && this.wantsText && this.#skipped === 0)
      this.text(from, next - CDATA_END.length, true);
    return next;
  }
}

function isMoreThanBlanks(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if ((bytes[at] as number) > BLANK) return true;
  return false;
}

interface StartTag {
  /** Where it begins, its local name, its attributes' end. */
  readonly at: number;
  readonly from: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly empty: boolean;
}

function isAt(bytes: Buffer, mark: Buffer, at: number): boolean {
  const end = at + mark.length;
  return end <= bytes.length && bytes.compare(mark, 0, mark.length, at, end) === 0;
}

function behind(bytes: Buffer, mark: Buffer, from: number): number {
  const found = bytes.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}
