import { isAscii } from "node:buffer";

const FIRST_BYTES = 4096;
const FIRST_VALUES = 256;
const BACKSLASH = 92;

/** The values of a column, each once, and which of them each row holds. */
export interface ValueColumn {
  /** The number of each row's value. */
  readonly ids: Uint32Array<ArrayBuffer>;
  readonly values: Values;
}

/**
 * Texts, numbered as they come; 0 is the empty one. They are taken and kept as they stand in JSON
 * between its quotes, in UTF-8: equal texts are equal bytes there, and few are ever read.
 */
export interface Values {
  readonly count: number;
  /** Bytes that they take in memory. */
  readonly size: number;
  text(id: number): string;
  /**
   * Puts its letters into an array and answers how many these are, in a tenth of the time that a text
   * takes; -1 where there are too many, or others than those of ASCII but the backslash.
   */
  letters(id: number, into: Uint16Array): number;
  /** The number of a value, which is given one where it has none. */
  add(bytes: Uint8Array, from: number, to: number): number;
  /** Its number; undefined where it has none. */
  find(bytes: Uint8Array, from: number, to: number): number | undefined;
  /** Lets go of what only adding and finding need: it is made again when they do. */
  pack(): void;
  copy(): Values;
}

/** A text as `Values` takes it. */
export function asStored(text: string): Buffer {
  return Buffer.from(JSON.stringify(text).slice(1, -1));
}

/** @param rows how many values there may be, about */
export function createValues(
  rows: number,
  known = {
    bytes: Buffer.allocUnsafeSlow(FIRST_BYTES),
    ends: new Uint32Array(FIRST_VALUES),
    count: 1,
  },
): Values {
  let { bytes, ends, count } = known;
  /** Of each value; empty where they are to be made again. */
  let hashes = new Uint32Array(0);
  /** Numbers by hash, open addressing; 0 where there is none. */
  let table = new Uint32Array(0);
  /** All bytes as one text, where each is a letter: a part of it is found in no time. */
  let all: string | null = null;

  const startOf = (id: number): number => (id === 0 ? 0 : (ends[id - 1] ?? 0));

  function makeTable(): void {
    if (hashes.length === 0) {
      hashes = new Uint32Array(ends.length);
      for (let id = 1; id < count; id += 1) hashes[id] = hashOf(bytes, startOf(id), ends[id] ?? 0);
    }
    // Grows fast, as every value finds another place then, but not beyond what all rows may need.
    const size = 2 ** Math.ceil(Math.log2(2 * Math.max(count, Math.min(rows, 8 * count)) + 3));
    table = new Uint32Array(size);
    for (let id = 1; id < count; id += 1) {
      let slot = (hashes[id] ?? 0) & (size - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
      table[slot] = id;
    }
  }

  /** Where a value stands in the table, or would. */
  function slotOf(hash: number, others: Uint8Array, from: number, to: number): number {
    if (table.length < 2 * count + 2) makeTable();
    const mask = table.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = table[slot] ?? 0;
      if (id === 0 || (hashes[id] === hash && holds(id, others, from, to))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function holds(id: number, others: Uint8Array, from: number, to: number): boolean {
    const start = startOf(id);
    const length = (ends[id] ?? 0) - start;
    if (length !== to - from) return false;
    // Most that differ do so at their ends.
    for (let step = length - 1; step >= 0; step -= 1) {
      if (bytes[start + step] !== others[from + step]) return false;
    }
    return true;
  }

  function makeRoom(until: number): void {
    if (until > bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(2 * bytes.length, until));
      larger.set(bytes);
      bytes = larger;
    }
    if (count < ends.length) return;
    ends = longer(ends);
    hashes = longer(hashes);
  }

  return {
    get count() {
      return count;
    },
    get size() {
      return bytes.length + 4 * (ends.length + hashes.length + table.length);
    },
    text(id) {
      const end = ends[count - 1] ?? 0;
      all ??= isAscii(bytes.subarray(0, end)) ? bytes.toString("latin1", 0, end) : "";
      const letters = all;
      const start = startOf(id);
      const to = ends[id] ?? 0;
      const text = letters === "" ? bytes.toString("utf8", start, to) : letters.slice(start, to);
      return text.includes("\\") ? (JSON.parse(`"${text}"`) as string) : text;
    },
    letters(id, into) {
      const start = startOf(id);
      const length = (ends[id] ?? 0) - start;
      if (length > into.length) return -1;
      for (let at = 0; at < length; at += 1) {
        const byte = bytes[start + at] ?? 0;
        if (byte >= 0x80 || byte === BACKSLASH) return -1;
        into[at] = byte;
      }
      return length;
    },
    add(others, from, to) {
      if (from === to) return 0;
      const hash = hashOf(others, from, to);
      const slot = slotOf(hash, others, from, to);
      const before = table[slot] ?? 0;
      if (before !== 0) return before;
      const at = ends[count - 1] ?? 0;
      const end = at + to - from;
      makeRoom(end);
      for (let step = from; step < to; step += 1) bytes[at + step - from] = others[step] ?? 0;
      ends[count] = end;
      hashes[count] = hash;
      table[slot] = count;
      count += 1;
      all = null;
      return count - 1;
    },
    find(others, from, to) {
      if (from === to) return 0;
      const slot = slotOf(hashOf(others, from, to), others, from, to);
      const id = table[slot] ?? 0;
      return id === 0 ? undefined : id;
    },
    pack() {
      const end = ends[count - 1] ?? 0;
      if (end < bytes.length) {
        const exact = Buffer.allocUnsafeSlow(end);
        exact.set(bytes.subarray(0, end));
        bytes = exact;
      }
      if (count < ends.length) ends = ends.slice(0, count);
      hashes = new Uint32Array(0);
      table = new Uint32Array(0);
      all = null;
    },
    copy: () => createValues(rows, { bytes: Buffer.from(bytes), ends: ends.slice(), count }),
  };
}

function longer(words: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * words.length);
  larger.set(words);
  return larger;
}

/**
 * FNV-1a of four bytes at a time, which takes a third of the time; all its bits are mixed into the lower
 * ones in the end, by which values are looked up.
 */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const high = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
    hash = Math.imul(hash ^ (low | (high << 16)), 0x01000193);
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
