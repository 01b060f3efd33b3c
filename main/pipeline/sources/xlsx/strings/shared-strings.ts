import { MAX_CELL } from "../../../../common/tables/limits.ts";
import { checkCancelled } from "../../fault.ts";
import { asUtf8 } from "../../xml/encoding.ts";
import { XmlScanner } from "../../xml/scanner.ts";
import { xmlText } from "../../xml/text.ts";
import type { Archive } from "../../zip/archive.ts";
import { PlainWindow } from "../plain/plain-window.ts";
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
  readonly #window = new PlainWindow();
  /** The item so far. */
  #text = "";
  #inItem = false;
  #inPhonetic = false;

  constructor(store: StringStore) {
    super();
    this.#store = store;
  }

  protected override join(rest: Buffer, piece: Buffer): Buffer {
    return this.#window.join(rest, piece);
  }

  /** Nearly every item is one plain text: its bytes go to the store as they are. */
  protected override ahead(at: number): number {
    if (this.#inItem) return at;
    return this.#window.items(at, (packed, starts) => this.#store.addPacked(packed, starts));
  }

  protected open(from: number, nameEnd: number, _to: number, empty: boolean): void {
    const length = nameEnd - from;
    const first = this.bytes[from];
    if (length === 1 && first === T) {
      this.wantsText = this.#inItem && !this.#inPhonetic && !empty;
    } else if (length === 2 && first === S && this.bytes[from + 1] === I) {
      this.#text = "";
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

  protected text(from: number, to: number, literal: boolean): void {
    if (this.#text.length > MAX_CELL) return;
    this.#text += xmlText(this.bytes, from, to, literal, true);
  }

  #finish(): void {
    this.#inItem = false;
    // One letter more than a cell can hold tells that it is cut.
    this.#store.add(this.#text.slice(0, MAX_CELL + 1));
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
