/** A merged range, 0-based, both ends in it. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** More rows under merged cells than a list has. */
const MAX_ROWS = 2_000_000;

/** Cells under a merged cell, whose own values no one sees: the merged value is the first cell's. */
export class CoveredCells {
  readonly #rows = new Map<number, (readonly [number, number])[]>();

  constructor(ranges: Iterable<MergedRange>) {
    let rows = 0;
    for (const { firstRow, lastRow, firstColumn, lastColumn } of ranges) {
      for (let row = firstRow; row <= lastRow && rows < MAX_ROWS; row++, rows++) {
        const columns = this.#rows.get(row) ?? [];
        columns.push([row === firstRow ? firstColumn + 1 : firstColumn, lastColumn]);
        this.#rows.set(row, columns);
      }
    }
  }

  get any(): boolean {
    return this.#rows.size > 0;
  }

  has(row: number, column: number): boolean {
    const columns = this.#rows.get(row);
    return columns?.some(([from, to]) => column >= from && column <= to) === true;
  }
}
