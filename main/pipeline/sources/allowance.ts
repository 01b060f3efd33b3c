import { tooLarge } from "./fault.ts";

/** Bytes that rows in one chunk may take at most. */
export const CHUNK_BYTES = 64 * 1024 * 1024;
/** An empty cell in a row takes a place in its array. */
export const PLACE = 8;
const RATE = 128;

/**
 * How much memory the cells of a list may take, by the bytes of the file that they come from: a
 * shared text, a repeated cell or a single cell in the last column makes megabytes of some bytes.
 * Real lists make less than their file is long; a hundred times as much is allowed, and some more
 * at the start.
 */
export class Allowance {
  #left: number;
  readonly #most: number;

  /** @param wholeFile bytes of a file that is read as a whole; 0 where `earn` tells them */
  constructor(wholeFile = 0) {
    this.#most = CHUNK_BYTES + wholeFile * RATE;
    this.#left = this.#most;
  }

  /** @param bytes of the file, unpacked, that have been read */
  earn(bytes: number): void {
    this.#left = Math.min(this.#most, this.#left + bytes * RATE);
  }

  /** @throws FileFault file-too-large */
  spend(places: number, characters: number): void {
    this.#left -= places * PLACE + characters;
    if (this.#left < 0) throw tooLarge("cells that are far larger than the file");
  }
}
