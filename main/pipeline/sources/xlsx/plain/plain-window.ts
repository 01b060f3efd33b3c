import { COMPILED_SCAN } from "./compiled-scan.ts";

/** Where the compiled scan's memory holds what; its last bytes stay zero and end every run. */
const INPUT = 64 * 1024;
const INPUT_BYTES = 1024 * 1024;
const OUTPUT = INPUT + INPUT_BYTES;
const PACKED_BYTES = 512 * 1024;
const STARTS = OUTPUT + PACKED_BYTES;
const MAX_ITEMS = 32 * 1024;
const MAX_CELLS = 32 * 1024;
/** Texts of cells stand where positions of strings stand otherwise. */
const TEXTS = STARTS;
const TEXT_BYTES = 320 * 1024;

interface Scan {
  readonly memory: WebAssembly.Memory;
  /** Strings, and bytes of them, that the last `readItems` has packed. */
  readonly items: WebAssembly.Global<"i32">;
  readonly packed: WebAssembly.Global<"i32">;
  /** Words of records that the last `readCells` has written, and the last cell's column. */
  readonly words: WebAssembly.Global<"i32">;
  readonly column: WebAssembly.Global<"i32">;
  /** Bytes of texts that it has written. */
  readonly written: WebAssembly.Global<"i32">;
  readItems(...numbers: readonly number[]): number;
  readCells(...numbers: readonly number[]): number;
}

/** Columns and styles take 14 bits each of a record's head. */
export const COLUMN_BITS = 0x3fff;
export const STYLE_SHIFT = 14;
export const KIND_SHIFT = 28;

/** Kinds of the records that `cells` writes, as in assembly/cells.ts. */
export const RECORD = { number: 0, shared: 1, text: 2, utf8: 3, row: 4, rowEnd: 5 } as const;

let compiled: WebAssembly.Module | undefined;

/**
 * Where a system forbids to make code at run time, or has no room for such memory, the scanners
 * read all by themselves, slower.
 */
function openScan(): Scan | null {
  if (typeof WebAssembly === "undefined") return null;
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(COMPILED_SCAN, "base64"));
    return new WebAssembly.Instance(compiled).exports as unknown as Scan;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The bytes that an XML scanner has in work, in memory where the compiled scan can read them: it
 * takes over what nearly all of a workbook looks like. Positions count from the window's start.
 */
export class PlainWindow {
  readonly #scan: Scan | null;
  readonly #bytes: Buffer;
  /** Records of cells, three words each. */
  readonly records: Int32Array;
  readonly #packed: Buffer;
  readonly #texts: Buffer;
  readonly #starts: Uint32Array;
  #length = 0;

  constructor() {
    const scan = openScan();
    const memory = scan?.memory.buffer ?? new ArrayBuffer(0);
    const has = scan !== null;
    this.#scan = scan;
    this.#bytes = Buffer.from(memory, has ? INPUT : 0, has ? INPUT_BYTES : 0);
    this.#packed = Buffer.from(memory, has ? OUTPUT : 0, has ? PACKED_BYTES : 0);
    this.#texts = Buffer.from(memory, has ? TEXTS : 0, has ? TEXT_BYTES : 0);
    this.records = new Int32Array(memory, has ? OUTPUT : 0, has ? MAX_CELLS * 3 : 0);
    this.#starts = new Uint32Array(memory, has ? STARTS : 0, has ? MAX_ITEMS : 0);
  }

  /** What was left and the next piece as one; in the window, where they have room there. */
  join(rest: Buffer, piece: Buffer): Buffer {
    const length = rest.length + piece.length;
    this.#length = length <= this.#bytes.length ? length : 0;
    if (this.#length === 0) return rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    rest.copy(this.#bytes);
    piece.copy(this.#bytes, rest.length);
    return this.#bytes.subarray(0, length);
  }

  /** Reads plain rows and cells; `records`, `words` and `texts` hold them. The position behind them. */
  cells(at: number): number {
    const scan = this.#scan;
    if (scan === null || this.#length === 0) return at;
    const end = INPUT + this.#length;
    const texts = [TEXTS, TEXTS + TEXT_BYTES] as const;
    return scan.readCells(INPUT + at, end, INPUT, OUTPUT, MAX_CELLS, ...texts) - INPUT;
  }

  /** The texts that the last reading has written, one behind the other. */
  get texts(): string {
    return this.#texts.toString("latin1", 0, this.#scan?.written.value ?? 0);
  }

  /** Words that the last reading has written. */
  get words(): number {
    return this.#scan?.words.value ?? 0;
  }

  /** The last cell's column, -1 behind the start of a row. */
  get column(): number {
    return this.#scan?.column.value ?? -1;
  }

  /** Reads plain shared strings and hands them over packed. The position behind them. */
  items(at: number, take: (packed: Buffer, starts: Uint32Array) => void): number {
    const scan = this.#scan;
    if (scan === null || this.#length === 0) return at;
    const end = INPUT + this.#length;
    const outputEnd = OUTPUT + PACKED_BYTES;
    const behind = scan.readItems(INPUT + at, end, OUTPUT, outputEnd, STARTS, MAX_ITEMS) - INPUT;
    const { items, packed } = scan;
    take(this.#packed.subarray(0, packed.value), this.#starts.subarray(0, items.value));
    return behind;
  }
}
