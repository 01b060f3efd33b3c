import { MAX_COLUMNS } from "../../../common/tables/limits.ts";
import { tooLarge } from "../fault.ts";

/** A merged range, 0-based, both ends in it. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Steps of all rows together; merged cells that do not lie on each other need a few for each row. */
const MAX_STEPS = 200_000_000;

/**
 * Cells under a merged cell, whose own values no one sees: the merged value is the first cell's.
 * Asked row by row from the top; only the ranges of one row are looked at.
 */
export class CoveredCells {
  readonly #ranges: readonly MergedRange[];
  #next = 0;
  #row = -1;
  /** The ranges that the row lies in. */
  #here: readonly MergedRange[] = [];
  /** By column: the row in which it was last covered. */
  readonly #coveredIn = new Int32Array(MAX_COLUMNS).fill(-1);
  #steps = 0;

  constructor(ranges: Iterable<MergedRange>) {
    this.#ranges = [...ranges].sort((a, b) => a.firstRow - b.firstRow);
  }

  get any(): boolean {
    return this.#ranges.length > 0;
  }

  /**
   * Rows are asked for in rising order.
   * @throws FileFault file-too-large
   */
  has(row: number, column: number): boolean {
    if (row !== this.#row) this.#moveTo(row);
    return this.#here.length > 0 && this.#coveredIn[column] === row;
  }

  #moveTo(row: number): void {
    this.#row = row;
    const begun: MergedRange[] = [];
    for (; this.#next < this.#ranges.length; this.#next++) {
      const range = this.#ranges[this.#next] as MergedRange;
      if (range.firstRow > row) break;
      begun.push(range);
    }
    if (begun.length === 0 && this.#here.length === 0) return;
    this.#here = [...this.#here, ...begun].filter((range) => range.lastRow >= row);
    for (const { firstRow, firstColumn, lastColumn } of this.#here) {
      const from = row === firstRow ? firstColumn + 1 : firstColumn;
      this.#steps += 2 + Math.max(0, lastColumn - from);
      if (this.#steps > MAX_STEPS) throw tooLarge("merged cells");
      this.#coveredIn.fill(row, from, lastColumn + 1);
    }
  }
}
