import { isAscii } from "../../../../common/letters.ts";
import { damaged, tooLarge } from "../../fault.ts";
import { PackedSegments } from "./packed-segments.ts";

const SEGMENT = 4 * 1024 * 1024;
const INDEX_BLOCK = 16 * 1024;
/** The index tells where every so manieth string begins: from there one goes from string to string. */
const STEP_BITS = 4;
const STEP = 1 << STEP_BITS;
/** Text of a list, each string counted with four bytes more: beyond it the file is refused. */
const MAX_BYTES = 320 * 1024 * 1024;
const COUNTED_AT_ONCE = 64 * 1024;
const BYTES_A_STRING = 4;
const CACHE = 4096;
/** Cells name their strings mostly in the order in which those stand: the next ones are decoded with one. */
const AHEAD = 4096;
/** So far behind the last one a string is one of the next. */
const NEAR = 256;
/** A length of this or more is written as a mark and four bytes. */
const LONG = 0xff;

/**
 * Shared strings packed as UTF-8 bytes with an index: millions of strings at a byte or two each
 * beyond their letters, none of them an object until a cell asks for it.
 */
export class StringStore {
  readonly #segments = new PackedSegments(SEGMENT);
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
  /** Bytes in use of the segments that are full. */
  readonly #ends: number[] = [];
  /** The string behind the one that was asked for last, and where it begins. */
  #next = 0;
  #nextPosition = 0;

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
    packed.copy(this.#segments.at(last), this.#used);
    const base = last * SEGMENT + this.#used;
    for (let at = 0; at < starts.length; at += 1) this.#note(base + (starts[at] as number));
    this.#used += packed.length;
  }

  /** @throws FileFault where a cell names a string that is not there. */
  get(index: number): string {
    const slot = index & (CACHE - 1);
    if (this.#cachedIndex[slot] === index) return this.#cachedText[slot] as string;
    if (!(index >= 0 && index < this.#count)) throw damaged("a cell names a missing shared string");
    const position = this.#positionOf(index);
    const segment = this.#segments.at(position >>> 22);
    let at = position & (SEGMENT - 1);
    let length = segment[at++] as number;
    if (length === LONG) {
      length = segment.readUInt32LE(at);
      at += 4;
    }
    this.#next = index + 1;
    this.#nextPosition = position - (position & (SEGMENT - 1)) + at + length;
    const text = this.#decoded(segment, position - (position & (SEGMENT - 1)) + at, length);
    this.#cachedIndex[slot] = index;
    this.#cachedText[slot] = text;
    return text;
  }

  #positionOf(index: number): number {
    const known = index & (STEP - 1);
    const isNear = index >= this.#next && index - this.#next <= known;
    let position = isNear ? this.#nextPosition : this.#noted(index >>> STEP_BITS);
    for (let steps = isNear ? index - this.#next : known; ; steps -= 1) {
      position = this.#begun(position);
      if (steps === 0) return position;
      const segment = this.#segments.at(position >>> 22);
      const at = position & (SEGMENT - 1);
      const length = segment[at] as number;
      position += length === LONG ? 5 + segment.readUInt32LE(at + 1) : 1 + length;
    }
  }

  /** Where no more strings stand in a segment the next one begins. */
  #begun(position: number): number {
    const before = (position - 1) >>> 22;
    const isFull = position > 0 && position - before * SEGMENT === this.#ends[before];
    return isFull ? (before + 1) * SEGMENT : position;
  }

  #noted(place: number): number {
    const block = this.#index[Math.floor(place / INDEX_BLOCK)] as Uint32Array;
    return block[place % INDEX_BLOCK] as number;
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
    const segment = this.#segments.at(last);
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
    if (this.#segments.length > 0) this.#ends.push(this.#used);
    this.#segments.push();
    this.#used = 0;
  }

  #requireRoom(bytes: number): void {
    const counted = Math.ceil(this.#count / COUNTED_AT_ONCE) * COUNTED_AT_ONCE;
    const held = this.#segments.length * SEGMENT + counted * BYTES_A_STRING;
    if (held + bytes > MAX_BYTES) throw tooLarge("shared strings");
  }

  /** The next string starts at a position of all segments. */
  #note(position: number): void {
    const place = this.#count >>> STEP_BITS;
    if (this.#count % COUNTED_AT_ONCE === 0) this.#requireRoom(COUNTED_AT_ONCE * BYTES_A_STRING);
    if ((this.#count & (STEP - 1)) === 0) {
      if (place % INDEX_BLOCK === 0) this.#index.push(new Uint32Array(INDEX_BLOCK));
      (this.#index.at(-1) as Uint32Array)[place % INDEX_BLOCK] = position;
    }
    this.#count++;
  }
}
