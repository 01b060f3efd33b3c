import { isAscii } from "../../../common/letters.ts";
import { damaged, tooLarge } from "../fault.ts";

const SEGMENT = 4 * 1024 * 1024;
const INDEX_BLOCK = 64 * 1024;
/** Text of a list that must be in memory at once, and its index; beyond it the file is refused. */
const MAX_BYTES = 320 * 1024 * 1024;
const CACHE = 4096;
/** Cells name their strings mostly in the order in which those stand: the next ones are decoded with one. */
const AHEAD = 4096;
/** So far behind the last one a string is one of the next. */
const NEAR = 256;
/** A length of this or more is written as a mark and four bytes. */
const LONG = 0xff;

/**
 * Shared strings packed as UTF-8 bytes with an index: millions of strings at a few bytes each
 * beyond their letters, none of them an object until a cell asks for it.
 */
export class StringStore {
  readonly #segments: Buffer[] = [];
  readonly #index: Uint32Array[] = [];
  #used = SEGMENT;
  #count = 0;
  readonly #cachedIndex = new Int32Array(CACHE).fill(-1);
  readonly #cachedText: string[] = new Array<string>(CACHE).fill("");
  /** Bytes that were decoded ahead, each as a letter, and their positions. */
  #latin = "";
  #latinFrom = 0;
  #latinTo = 0;
  /** Behind the string that was decoded last. */
  #last = -1;

  get count(): number {
    return this.#count;
  }

  add(text: string): void {
    const length = Buffer.byteLength(text);
    const { segment, at } = this.#reserve(length);
    segment.write(text, at, length, "utf8");
  }

  /**
   * Adds strings that are packed already: a byte of length, below 255, and the bytes of each, whose
   * beginnings `starts` tells.
   */
  addPacked(packed: Buffer, starts: Uint32Array): void {
    if (packed.length === 0) return;
    this.#makeRoom(packed.length);
    const last = this.#segments.length - 1;
    packed.copy(this.#segments[last] as Buffer, this.#used);
    const base = last * SEGMENT + this.#used;
    for (const start of starts) this.#note(base + start);
    this.#used += packed.length;
  }

  /** @throws FileFault where a cell names a string that is not there. */
  get(index: number): string {
    const slot = index & (CACHE - 1);
    if (this.#cachedIndex[slot] === index) return this.#cachedText[slot] as string;
    if (!(index >= 0 && index < this.#count)) throw damaged("a cell names a missing shared string");
    const block = this.#index[index >>> 16] as Uint32Array;
    const position = block[index & 0xffff] as number;
    const segment = this.#segments[position >>> 22] as Buffer;
    let at = position & (SEGMENT - 1);
    let length = segment[at++] as number;
    if (length === LONG) {
      length = segment.readUInt32LE(at);
      at += 4;
    }
    const text = this.#decoded(segment, position - (position & (SEGMENT - 1)) + at, length);
    this.#cachedIndex[slot] = index;
    this.#cachedText[slot] = text;
    return text;
  }

  /** @param position of the text's first byte, of all segments */
  #decoded(segment: Buffer, position: number, length: number): string {
    const at = position & (SEGMENT - 1);
    const end = position + length;
    const isNext = position - this.#last >= 0 && position - this.#last < NEAR;
    this.#last = end;
    if (position < this.#latinFrom || end > this.#latinTo) {
      if (!isNext || length > NEAR) return segment.toString("utf8", at, at + length);
      this.#latin = segment.toString("latin1", at, at + AHEAD);
      this.#latinFrom = position;
      this.#latinTo = position + this.#latin.length;
      if (end > this.#latinTo) return segment.toString("utf8", at, at + length);
    }
    const from = position - this.#latinFrom;
    const text = this.#latin.slice(from, from + length);
    return isAscii(text) ? text : segment.toString("utf8", at, at + length);
  }

  #reserve(length: number): { segment: Buffer; at: number } {
    const needed = length < LONG ? length + 1 : length + 5;
    this.#makeRoom(needed);
    const last = this.#segments.length - 1;
    const segment = this.#segments[last] as Buffer;
    this.#note(last * SEGMENT + this.#used);
    let at = this.#used;
    if (length < LONG) segment[at++] = length;
    else {
      segment[at++] = LONG;
      segment.writeUInt32LE(length, at);
      at += 4;
    }
    this.#used = at + length;
    return { segment, at };
  }

  /** What is written next stands in one segment. */
  #makeRoom(bytes: number): void {
    this.#latinTo = 0;
    if (this.#used + bytes <= SEGMENT) return;
    this.#requireRoom(SEGMENT);
    this.#segments.push(Buffer.allocUnsafeSlow(SEGMENT));
    this.#used = 0;
  }

  #requireRoom(bytes: number): void {
    const held = this.#segments.length * SEGMENT + this.#index.length * INDEX_BLOCK * 4;
    if (held + bytes > MAX_BYTES) throw tooLarge("shared strings");
  }

  /** The next string starts at a position of all segments. */
  #note(position: number): void {
    const place = this.#count >>> 16;
    if (place === this.#index.length) {
      this.#requireRoom(INDEX_BLOCK * 4);
      this.#index.push(new Uint32Array(INDEX_BLOCK));
    }
    const block = this.#index[place] as Uint32Array;
    block[this.#count & 0xffff] = position;
    this.#count++;
  }
}
