import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** So many of the first segments stay as they are: most lists have no more, and most cells name these. */
const OPEN = 2;
/** Opened ones that are kept. */
const KEPT = 2;
/** Opened so many times for each there is, they are not named in order: all are opened then. */
const MOST_TIMES = 2;
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/**
 * Pieces of memory of one size, filled one after the other. Of many the full ones are kept compressed,
 * in a third of their size: a list names its strings mostly in the order in which they stand, so that
 * each piece is opened about once.
 */
export class PackedSegments {
  readonly #size: number;
  /** Compressed ones are null here, and open ones there. */
  readonly #open: (Buffer | null)[] = [];
  readonly #packed: (Buffer | null)[] = [];
  /** Opened ones, the last one at the end. */
  #kept: number[] = [];
  #opened = 0;
  #packs = true;

  constructor(size: number) {
    this.#size = size;
  }

  get length(): number {
    return this.#open.length;
  }

  /** One more, to be filled; the one before is full. */
  push(): void {
    const full = this.#open.length - 1;
    const segment = this.#open[full] ?? null;
    this.#packed.push(null);
    if (full < OPEN || segment === null || !this.#packs) {
      this.#open.push(Buffer.allocUnsafeSlow(this.#size));
      return;
    }
    this.#packed[full] = zstdCompressSync(segment, FASTEST);
    this.#open[full] = null;
    this.#open.push(segment);
  }

  at(place: number): Buffer {
    return this.#open[place] ?? this.#unpacked(place);
  }

  #unpacked(place: number): Buffer {
    this.#opened += 1;
    if (this.#opened > this.#open.length * MOST_TIMES) this.#packs = false;
    const opened = zstdDecompressSync(this.#packed[place] as Buffer, { chunkSize: this.#size });
    this.#open[place] = opened;
    if (!this.#packs) {
      this.#packed[place] = null;
      return opened;
    }
    this.#kept.push(place);
    for (const former of this.#kept.splice(0, this.#kept.length - KEPT)) this.#open[former] = null;
    return opened;
  }
}
