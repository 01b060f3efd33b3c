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
  /**
   * The same of many values at once, in half the time: the processor fetches what it needs of the
   * table for several ahead, as it does not wait for one before the next.
   * @param into takes their numbers
   */
  addAll(cells: Cells, into: Uint32Array): void;
  /** Its number; undefined where it has none. */
  find(bytes: Uint8Array, from: number, to: number): number | undefined;
  /** Lets go of what only adding and finding need: it is made again when they do. */
  pack(): void;
  copy(): Values;
}

/** Where values stand among bytes; as many as are counted. */
export interface Cells {
  readonly bytes: Uint8Array;
  readonly froms: Uint32Array;
  readonly tos: Uint32Array;
  count: number;
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
  /** Four bytes at a time are read and written through these, each made once. */
  let view = viewOf(bytes);
  let theirs: { readonly bytes: Uint8Array; readonly view: DataView } = { bytes, view };

  function viewOfOthers(others: Uint8Array): DataView {
    if (theirs.bytes !== others) theirs = { bytes: others, view: viewOf(others) };
    return theirs.view;
  }
  /**
   * Numbers by hash, open addressing, each beside its hash, so that one look at memory tells whether it
   * may be equal; 0 where there is none. Empty where it is to be made again.
   */
  let table = new Uint32Array(0);

  /** Of values that are added at once: hashes, and what stands in the table at their places. */
  let looked = new Uint32Array(0);

  /** All bytes as one text, where each is a letter: a part of it is found in no time. */
  let all: string | null = null;

  const startOf = (id: number): number => (id === 0 ? 0 : (ends[id - 1] ?? 0));

  /** @param wanted how many values it shall have room for */
  function makeRoomInTable(wanted: number): void {
    if (table.length >= 4 * wanted + 4) return;
    // Grows fast, as every value finds another place then, but not beyond what all rows may need.
    const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(wanted, Math.min(rows, 8 * wanted)) + 3));
    const before = table;
    table = new Uint32Array(2 * slots);
    for (let at = 0; at < before.length; at += 2) {
      const id = before[at] ?? 0;
      if (id !== 0) put(id, before[at + 1] ?? 0);
    }
    if (before.length > 0) return;
    for (let id = 1; id < count; id += 1) put(id, hashOf(view, startOf(id), ends[id] ?? 0));
  }

  function put(id: number, hash: number): void {
    const mask = table.length - 1;
    let slot = (2 * hash) & mask;
    while (table[slot] !== 0) slot = (slot + 2) & mask;
    table[slot] = id;
    table[slot + 1] = hash;
  }

  /** Where a value stands in the table, or would. */
  function slotOf(hash: number, others: DataView, from: number, to: number): number {
    makeRoomInTable(count);
    const mask = table.length - 1;
    let slot = (2 * hash) & mask;
    for (;;) {
      const id = table[slot] ?? 0;
      if (id === 0 || (table[slot + 1] === hash && holds(id, others, from, to))) return slot;
      slot = (slot + 2) & mask;
    }
  }

  function holds(id: number, others: DataView, from: number, to: number): boolean {
    const start = startOf(id);
    const length = (ends[id] ?? 0) - start;
    if (length !== to - from) return false;
    let step = 0;
    for (; step + 4 <= length; step += 4) {
      if (view.getInt32(start + step) !== others.getInt32(from + step)) return false;
    }
    for (; step < length; step += 1) {
      if (view.getUint8(start + step) !== others.getUint8(from + step)) return false;
    }
    return true;
  }

  /** The number of a value, which is given one where it has none. */
  function numberOf(hash: number, others: DataView, from: number, to: number): number {
    const slot = slotOf(hash, others, from, to);
    const before = table[slot] ?? 0;
    if (before !== 0) return before;
    append(others, from, to);
    table[slot] = count;
    table[slot + 1] = hash;
    count += 1;
    all = null;
    return count - 1;
  }

  /** Behind the last value. */
  function append(others: DataView, from: number, to: number): void {
    const start = ends[count - 1] ?? 0;
    const length = to - from;
    makeRoom(start + length);
    let step = 0;
    for (; step + 4 <= length; step += 4) {
      view.setInt32(start + step, others.getInt32(from + step));
    }
    for (; step < length; step += 1) view.setUint8(start + step, others.getUint8(from + step));
    ends[count] = start + length;
  }

  function makeRoom(until: number): void {
    if (until > bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(2 * bytes.length, until));
      larger.set(bytes);
      bytes = larger;
      view = viewOf(bytes);
    }
    if (count === ends.length) ends = longer(ends);
  }

  return {
    get count() {
      return count;
    },
    get size() {
      return bytes.length + 4 * (ends.length + table.length);
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
      const theirView = viewOfOthers(others);
      const hash = hashOf(theirView, from, to);
      return numberOf(hash, theirView, from, to);
    },
    addAll({ bytes: others, froms, tos, count: cells }, into) {
      const theirView = viewOfOthers(others);
      makeRoomInTable(count + cells);
      if (looked.length < 2 * cells) looked = new Uint32Array(2 * cells);
      for (let at = 0; at < cells; at += 1) {
        looked[2 * at] = hashOf(theirView, froms[at] ?? 0, tos[at] ?? 0);
      }
      const mask = table.length - 1;
      for (let at = 0; at < cells; at += 1) {
        looked[2 * at + 1] = table[(2 * (looked[2 * at] ?? 0)) & mask] ?? 0;
      }
      for (let at = 0; at < cells; at += 1) {
        const from = froms[at] ?? 0;
        const to = tos[at] ?? 0;
        into[at] = from === to ? 0 : numberOf(looked[2 * at] ?? 0, theirView, from, to);
      }
    },
    find(others, from, to) {
      if (from === to) return 0;
      const theirView = viewOfOthers(others);
      const slot = slotOf(hashOf(theirView, from, to), theirView, from, to);
      const id = table[slot] ?? 0;
      return id === 0 ? undefined : id;
    },
    pack() {
      const end = ends[count - 1] ?? 0;
      if (end < bytes.length) {
        const exact = Buffer.allocUnsafeSlow(end);
        exact.set(bytes.subarray(0, end));
        bytes = exact;
        view = viewOf(bytes);
      }
      if (count < ends.length) ends = ends.slice(0, count);
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
function hashOf(bytes: DataView, from: number, to: number): number {
  let hash = 0x811c9dc5;
  let at = from;
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ bytes.getInt32(at, true), 0x01000193);
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) hash = Math.imul(hash ^ bytes.getUint8(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
