import { MAX_ROWS } from "../../../common/tables/limits.ts";
import type { CellMark, SourceRow } from "../source.ts";
import type { MergedRange } from "./covered-cells.ts";

interface Spanning extends MergedRange {
  readonly text: string;
  readonly mark: CellMark | undefined;
}

/** Whether a merged range reaches over more than one row of a list's own. */
export function spansRows({ firstRow, lastRow }: MergedRange, headerRow: number): boolean {
  return lastRow > firstRow && firstRow >= headerRow;
}

/**
 * Gives the value of a cell that is merged downwards to each row that it spans: people see it beside
 * all of them. Only below the headers, in columns that have one, and in rows that hold something of
 * their own.
 */
export class MergedDown {
  readonly #headerRow: number;
  readonly #headed = new Set<number>();
  #ranges: MergedRange[] = [];
  #next = 0;
  #here: Spanning[] = [];

  /** @param headerRow 1-based, 0 where there is none; where it is not known, nothing is given */
  constructor(headerRow: number | undefined, ranges: Iterable<MergedRange> = []) {
    this.#headerRow = headerRow ?? MAX_ROWS;
    this.#ranges = [...ranges]
      .filter((range) => spansRows(range, this.#headerRow))
      .sort((a, b) => a.firstRow - b.firstRow);
  }

  /** A range that lies behind all others so far. */
  add(range: MergedRange): void {
    if (spansRows(range, this.#headerRow)) this.#ranges.push(range);
  }

  /** Rows in rising order. */
  fill(rows: readonly SourceRow[]): readonly SourceRow[] {
    if (this.#headerRow === MAX_ROWS) return rows;
    return this.#ranges.length === 0 && this.#isBehindHeaders(rows) ? rows : rows.map(this.#row);
  }

  #isBehindHeaders(rows: readonly SourceRow[]): boolean {
    return (rows[0]?.number ?? 0) > this.#headerRow;
  }

  readonly #row = (row: SourceRow): SourceRow => {
    const at = row.number - 1;
    if (row.number <= this.#headerRow) {
      for (const [column, cell] of row.cells.entries()) if (cell !== "") this.#headed.add(column);
      return row;
    }
    const filled = this.#filled(row, at);
    for (; this.#next < this.#ranges.length; this.#next++) {
      const range = this.#ranges[this.#next] as MergedRange;
      if (range.firstRow > at) break;
      const { firstRow, firstColumn } = range;
      const text = row.cells[firstColumn] ?? "";
      const isHeaded = this.#headerRow === 0 || this.#headed.has(firstColumn);
      if (firstRow < at || text === "" || !isHeaded) continue;
      this.#here.push({ ...range, text, mark: row.marks?.get(firstColumn) });
    }
    return filled;
  };

  #filled(row: SourceRow, at: number): SourceRow {
    if (this.#here.length === 0) return row;
    this.#here = this.#here.filter(({ lastRow }) => lastRow >= at);
    if (this.#here.length === 0) return row;
    const cells = [...row.cells];
    const marks = new Map(row.marks);
    for (const { firstColumn, text, mark } of this.#here) {
      while (cells.length < firstColumn) cells.push("");
      if ((cells[firstColumn] ?? "") !== "") continue;
      cells[firstColumn] = text;
      if (mark !== undefined) marks.set(firstColumn, mark);
    }
    return marks.size === 0 ? { ...row, cells } : { ...row, cells, marks };
  }
}
