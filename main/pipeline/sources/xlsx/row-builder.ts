import { cutCell, MAX_CELL, MAX_ROWS } from "../../../common/tables/limits.ts";
import type { Allowance } from "../allowance.ts";
import type { CoveredCells } from "../cells/covered-cells.ts";
import type { FilledCells } from "../cells/filled-cells.ts";
import { damaged } from "../fault.ts";
import type { CellMark, SourceRow } from "../source.ts";
import { oneMore, type StruckRows } from "../struck-notices.ts";
import { RowMarks } from "./row-marks.ts";

/** What is counted of a sheet's rows that hold something. */
export interface RowCounts {
  /** Those that the sheet hides, by hand or by a filter. */
  readonly hiddenRows: number;
  readonly struck: StruckRows;
}

/** Puts a sheet's rows together of their cells: those that hold something, in order. */
export class RowBuilder implements RowCounts {
  hiddenRows = 0;
  /** The number of the row in work, from 1; 0 before the first. */
  number = 0;
  struck: StruckRows = { count: 0, row: 0 };
  readonly #covered: CoveredCells | undefined;
  readonly #filled: FilledCells | undefined;
  readonly #marks = new RowMarks();
  #rows: SourceRow[] = [];
  #cells: string[] = [];
  #isHidden = false;
  #isStruck = false;
  /** Of the row in work: empty cells that were put between others, and letters of all. */
  #places = 0;
  #characters = 0;

  readonly #allowance: Allowance;

  constructor(
    allowance: Allowance,
    covered: CoveredCells | undefined,
    filled: FilledCells | undefined,
  ) {
    this.#allowance = allowance;
    this.#covered = covered;
    this.#filled = filled;
  }

  /** The rows completed since the last call. */
  take(): SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** @throws FileFault where rows are out of order, or beyond a sheet's last. */
  start(number: number, isHidden: boolean): void {
    if (number <= this.number) throw damaged("rows of the sheet are out of order");
    if (number > MAX_ROWS) throw damaged("a row beyond the sheet's last");
    this.number = number;
    this.#isHidden = isHidden;
    this.#isStruck = false;
    this.#cells = [];
    this.#places = 0;
    this.#characters = 0;
    this.#marks.clear();
  }

  /** The value just put is struck through. */
  strike(): void {
    this.#isStruck = true;
  }

  mark(column: number, mark: CellMark): void {
    this.#marks.add(column, mark);
  }

  put(column: number, text: string): void {
    if (text === "" || this.#covered?.has(this.number - 1, column) === true) return;
    const cells = this.#cells;
    this.#characters += text.length;
    if (cells.length < column) {
      this.#places += column - cells.length;
      while (cells.length < column) cells.push("");
    }
    if (text.length > MAX_CELL) this.#cut(column, text);
    else cells[column] = text;
    this.#filled?.add(this.number - 1, column);
  }

  #cut(column: number, text: string): void {
    this.#cells[column] = cutCell(text);
    this.mark(column, "too-long");
  }

  /** @throws FileFault file-too-large, for cells that take far more than the file that makes them */
  end(): void {
    const cells = this.#cells;
    this.#allowance.spend(this.#places, this.#characters);
    let length = cells.length;
    while (length > 0 && cells[length - 1] === "") length--;
    if (length === 0) return;
    cells.length = length;
    if (this.#isHidden) this.hiddenRows++;
    if (this.#isStruck) this.struck = oneMore(this.struck, this.number);
    const marks = this.#marks.take();
    this.#rows.push(
      marks === undefined ? { number: this.number, cells } : { number: this.number, cells, marks },
    );
  }
}
