/** Keys by which things are ordered, numbered as they come: bytes above 0 that are compared one by one. */
export class PackedKeys {
  #bytes = new Uint8Array(4096);
  #length = 0;
  #ends = new Uint32Array(256);
  #count = 0;

  /** For so many bytes more. */
  makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(2 * this.#bytes.length + bytes);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** Adds a byte, 1 to 255, to the key that is being made. */
  put(byte: number): void {
    if (this.#length === this.#bytes.length) this.makeRoom(1);
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }

  /** Adds bytes that are in the order of the numbers. */
  putNumber(value: number): void {
    // -0 is 0. The bits of numbers above 0 are in their order; those of others in the contrary one.
    NUMBERS[0] = value + 0;
    const [low = 0, high = 0] = [HALVES[LOW], HALVES[HIGH]];
    const isNegative = high >>> 31 === 1;
    const upper = isNegative ? ~high >>> 0 : (high | 0x80000000) >>> 0;
    const lower = isNegative ? ~low >>> 0 : low;
    // Seven bits a byte, so that none is 0.
    for (let shift = 28; shift >= 0; shift -= 7) this.put(128 | ((upper >>> shift) & 127));
    for (let shift = 28; shift >= 0; shift -= 7) this.put(128 | ((lower >>> shift) & 127));
  }

  /** Lets go of what was added since the last key was complete. */
  drop(): void {
    this.#length = this.#start(this.#count);
  }

  /** The key is complete. */
  close(): void {
    if (this.#count === this.#ends.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#ends);
      this.#ends = larger;
    }
    this.#ends[this.#count] = this.#length;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** The first byte of a key. */
  first(id: number): number {
    return this.#bytes[this.#start(id)] ?? 0;
  }

  compare(a: number, b: number): number {
    const bytes = this.#bytes;
    const startA = this.#start(a);
    const startB = this.#start(b);
    const lengthA = (this.#ends[a] ?? 0) - startA;
    const lengthB = (this.#ends[b] ?? 0) - startB;
    const both = Math.min(lengthA, lengthB);
    for (let at = 0; at < both; at += 1) {
      const apart = (bytes[startA + at] ?? 0) - (bytes[startB + at] ?? 0);
      if (apart !== 0) return apart;
    }
    return lengthA - lengthB;
  }

  /**
   * All of them in order, equal ones as they came. Four bytes of each key and its number make one
   * 64-bit number; those are sorted without a call of ours, and again by the next four bytes where
   * these are equal.
   * @param onEqual told of each run of equal keys, which it may put in another order
   */
  sorted(onEqual: OnEqual): Uint32Array<ArrayBuffer> {
    const words = new Uint32Array(2 * this.#count);
    const pairs = new BigUint64Array(words.buffer);
    for (let id = 0; id < this.#count; id += 1) words[2 * id + LOW] = id;
    this.#sortRange(words, pairs, { from: 0, to: this.#count, depth: 0 }, onEqual);
    return lowerHalves(words);
  }

  #sortRange(
    words: Uint32Array<ArrayBuffer>,
    pairs: BigUint64Array,
    { from, to, depth }: Range,
    onEqual: OnEqual,
  ): void {
    if (to - from <= FEW) {
      this.#sortFew(words, { from, to }, onEqual);
      return;
    }
    let isOne = true;
    for (let at = from; at < to; at += 1) {
      const word = this.#fourBytes(words[2 * at + LOW] ?? 0, depth);
      words[2 * at + HIGH] = word;
      isOne &&= word === words[2 * from + HIGH];
    }
    if (!isOne) pairs.subarray(from, to).sort();
    let start = from;
    for (let at = from + 1; at <= to; at += 1) {
      const word = words[2 * start + HIGH] ?? 0;
      if (at < to && words[2 * at + HIGH] === word) continue;
      const range = { from: start, to: at, depth: depth + 4 };
      // No byte of a key is 0: keys whose four bytes end with one have come to their ends.
      if ((word & 0xff) === 0) tellRun(words, range, onEqual);
      else if (at - start > 1) this.#sortRange(words, pairs, range, onEqual);
      start = at;
    }
  }

  /** By insertion, which costs less than to begin with anything else. */
  #sortFew(words: Uint32Array<ArrayBuffer>, { from, to }: Span, onEqual: OnEqual): void {
    for (let next = from + 1; next < to; next += 1) {
      const id = words[2 * next + LOW] ?? 0;
      let at = next;
      for (; at > from && this.compare(words[2 * at - 2 + LOW] ?? 0, id) > 0; at -= 1) {
        words[2 * at + LOW] = words[2 * at - 2 + LOW] ?? 0;
      }
      words[2 * at + LOW] = id;
    }
    let start = from;
    for (let at = from + 1; at <= to; at += 1) {
      const first = words[2 * start + LOW] ?? 0;
      if (at < to && this.compare(first, words[2 * at + LOW] ?? 0) === 0) continue;
      tellRun(words, { from: start, to: at }, onEqual);
      start = at;
    }
  }

  #fourBytes(id: number, depth: number): number {
    const at = this.#start(id) + depth;
    const end = this.#ends[id] ?? 0;
    const bytes = this.#bytes;
    let word = 0;
    for (let step = 0; step < 4; step += 1) {
      word = (word << 8) | (at + step < end ? (bytes[at + step] ?? 0) : 0);
    }
    return word >>> 0;
  }

  #start(id: number): number {
    return id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
  }
}

/** So many are sorted by plain insertion. */
const FEW = 16;

type OnEqual = (run: Uint32Array<ArrayBuffer>) => void;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Range extends Span {
  /** Bytes of the keys that are equal. */
  readonly depth: number;
}

function tellRun(words: Uint32Array<ArrayBuffer>, { from, to }: Span, onEqual: OnEqual): void {
  if (to - from < 2) return;
  const run = lowerHalves(words.subarray(2 * from, 2 * to));
  onEqual(run);
  for (let at = 0; at < run.length; at += 1) words[2 * (from + at) + LOW] = run[at] ?? 0;
}

function lowerHalves(words: Uint32Array): Uint32Array<ArrayBuffer> {
  const halves = new Uint32Array(words.length / 2);
  for (let at = 0; at < halves.length; at += 1) halves[at] = words[2 * at + LOW] ?? 0;
  return halves;
}

/** Where the lower and the upper half of a 64-bit number stand among 32-bit ones. */
const LOW = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;

const NUMBERS = new Float64Array(1);
const HALVES = new Uint32Array(NUMBERS.buffer);
