import { checkCancelled } from "../fault.ts";
import { asUtf8 } from "../xml/encoding.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { isPlainText, xmlText } from "../xml/text.ts";
import type { Archive } from "../zip/archive.ts";
import { StringStore } from "./string-store.ts";

const MAX_PART_BYTES = 4 * 1024 * 1024 * 1024;
const S = 0x73;
const R = 0x72;
const T = 0x74;
const I = 0x69;
const H = 0x68;

/** `<si>` elements: text of `<t>` joined over rich text runs, phonetic runs `<rPh>` left out. */
class SharedStringScanner extends XmlScanner {
  readonly #store: StringStore;
  /** The item so far; null where nothing of it was read, or where it is in the store already. */
  #text: string | null = null;
  #stored = false;
  #inItem = false;
  #inPhonetic = false;

  constructor(store: StringStore) {
    super();
    this.#store = store;
  }

  protected open(from: number, nameEnd: number, _to: number, empty: boolean): void {
    const length = nameEnd - from;
    const first = this.bytes[from];
    if (length === 1 && first === T) {
      this.wantsText = this.#inItem && !this.#inPhonetic && !empty;
    } else if (length === 2 && first === S && this.bytes[from + 1] === I) {
      this.#text = null;
      this.#stored = false;
      this.#inItem = true;
      if (empty) this.#finish();
    } else if (length === 3 && first === R && this.bytes[from + 2] === H) {
      this.#inPhonetic = !empty;
    }
  }

  protected close(from: number, to: number): void {
    const length = to - from;
    const first = this.bytes[from];
    if (length === 1 && first === T) this.wantsText = false;
    else if (length === 2 && first === S && this.bytes[from + 1] === I) this.#finish();
    else if (length === 3 && first === R && this.bytes[from + 2] === H) this.#inPhonetic = false;
  }

  /** Nearly every item is one plain text: its bytes go to the store as they are. */
  protected text(from: number, to: number, literal: boolean): void {
    if (this.#text === null && !this.#stored && isPlainText(this.bytes, from, to)) {
      this.#store.addBytes(this.bytes, from, to);
      this.#stored = true;
      return;
    }
    if (this.#stored) this.#text = this.#store.takeLast();
    this.#stored = false;
    const text = xmlText(this.bytes, from, to, literal, true);
    this.#text = this.#text === null ? text : this.#text + text;
  }

  #finish(): void {
    this.#inItem = false;
    if (!this.#stored) this.#store.add(this.#text ?? "");
  }
}

/** The workbook's shared strings; `upTo` ends the reading early, behind that index. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  options: { readonly upTo?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<StringStore> {
  const store = new StringStore();
  if (part === null) return store;
  const scanner = new SharedStringScanner(store);
  for await (const piece of asUtf8(archive.pieces(part, MAX_PART_BYTES))) {
    checkCancelled(options.signal);
    scanner.push(piece);
    if (options.upTo !== undefined && store.count > options.upTo) return store;
  }
  scanner.end();
  return store;
}
