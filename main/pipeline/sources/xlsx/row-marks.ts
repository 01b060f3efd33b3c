import type { CellMark } from "../source.ts";

/**
 * The marks of one row after another. Most rows have those of the row before (a column of dates)
 * and share them: a map for each of a million rows would cost more than the dates.
 */
export class RowMarks {
  readonly #columns: number[] = [];
  readonly #kinds: CellMark[] = [];
  #last: ReadonlyMap<number, CellMark> | undefined;

  clear(): void {
    this.#columns.length = 0;
    this.#kinds.length = 0;
  }

  add(column: number, mark: CellMark): void {
    this.#columns.push(column);
    this.#kinds.push(mark);
  }

  /** The marks since `clear`; undefined without any. */
  take(): ReadonlyMap<number, CellMark> | undefined {
    if (this.#columns.length === 0) return undefined;
    if (!this.#isLast()) {
      this.#last = new Map(
        this.#columns.map((column, at) => [column, this.#kinds[at] as CellMark]),
      );
    }
    return this.#last;
  }

  #isLast(): boolean {
    const last = this.#last;
    if (last?.size !== this.#columns.length) return false;
    return this.#columns.every((column, at) => last.get(column) === this.#kinds[at]);
  }
}
