import type { MergedRange } from "./covered-cells.ts";

/** Columns told apart; those from here on are one. */
const OWN_COLUMNS = 31;
const FIRST_ROWS = 4_096;
/** More rows under merged cells are not looked through: the answer is then "maybe", which is yes. */
const MAX_LOOKS = 4_000_000;

/** Which cells of a sheet hold something, at four bytes a row. */
export class FilledCells {
  #rows = new Uint32Array(FIRST_ROWS);

  /** @param row 0-based, as `column` */
  add(row: number, column: number): void {
    if (row >= this.#rows.length) this.#grow(row);
    this.#rows[row] = (this.#rows[row] as number) | (1 << Math.min(column, OWN_COLUMNS));
  }

  /** Whether a cell that a merged one covers may hold something; never no where one does. */
  under(ranges: readonly MergedRange[]): boolean {
    let looks = 0;
    for (const { firstRow, lastRow, firstColumn, lastColumn } of ranges) {
      const covered = maskOf(firstColumn, lastColumn);
      const last = Math.min(lastRow, this.#rows.length - 1);
      looks += Math.max(0, last - firstRow + 1);
      if (looks > MAX_LOOKS) return true;
      for (let row = firstRow; row <= last; row++) {
        const own = row === firstRow ? maskOf(firstColumn + 1, lastColumn) : covered;
        if (((this.#rows[row] as number) & own) !== 0) return true;
      }
    }
    return false;
  }

  /** Whether a cell that is merged downwards holds something, and rows under its first do. */
  beside(ranges: Iterable<MergedRange>): boolean {
    let looks = 0;
    for (const { firstRow, lastRow, firstColumn } of ranges) {
      const last = Math.min(lastRow, this.#rows.length - 1);
      if (((this.#rows[firstRow] ?? 0) & maskOf(firstColumn, firstColumn)) === 0) continue;
      looks += Math.max(0, last - firstRow);
      if (looks > MAX_LOOKS) return true;
      for (let row = firstRow + 1; row <= last; row++) if (this.#rows[row] !== 0) return true;
    }
    return false;
  }

  #grow(row: number): void {
    const larger = new Uint32Array(Math.max(this.#rows.length * 2, row + 1));
    larger.set(this.#rows);
    this.#rows = larger;
  }
}

/** The bits of columns from `first` to `last`; none where `first` is behind `last`. */
function maskOf(first: number, last: number): number {
  let mask = 0;
  for (let column = first; column <= last; column++) {
    mask |= 1 << Math.min(column, OWN_COLUMNS);
    if (column >= OWN_COLUMNS) break;
  }
  return mask;
}
