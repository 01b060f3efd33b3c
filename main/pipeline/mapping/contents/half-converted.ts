import type { SourceNotice } from "../../sources/source.ts";
import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch, WatchedValue } from "./watch.ts";

/** Dates of cells and of texts together, from which on their days speak. */
const ENOUGH = 3;
/** A text file does not tell which of its dates a program has made. */
const ENOUGH_TEXTS = 5;
const LAST_MONTH = 12;

/**
 * A spreadsheet program that takes days for months makes dates of those up to the 12th, the wrong
 * way round, and leaves the others as texts. So where all its dates have such days and all texts
 * have later ones, in one order, day and month of the dates were swapped.
 */
export function watchHalfConverted(column: string, isSwapped: boolean): ColumnWatch {
  const early = createFoundRows();
  const texts = { dayFirst: 0, monthFirst: 0 };
  let cells = 0;
  let isOrdinary = false;

  function add({ shape, row, isDateCell }: WatchedValue): void {
    if (shape.kind === "year-first") {
      if (shape.day.day > LAST_MONTH) isOrdinary = true;
      else early.add(row);
      if (isDateCell) cells += 1;
      return;
    }
    if (shape.kind !== "numeric") return;
    const { first, second } = shape;
    if (first > LAST_MONTH && second <= LAST_MONTH) texts.dayFirst += 1;
    else if (second > LAST_MONTH && first <= LAST_MONTH) texts.monthFirst += 1;
    else isOrdinary = true;
  }

  function isProven(): boolean {
    const { dayFirst, monthFirst } = texts;
    const written = dayFirst + monthFirst;
    if (isOrdinary || early.count === 0 || written === 0) return false;
    if (dayFirst > 0 && monthFirst > 0) return false;
    if (cells === early.count) return early.count + written >= ENOUGH;
    return early.count >= 2 && written >= 2 && early.count + written >= ENOUGH_TEXTS;
  }

  function findings(): readonly SourceNotice[] {
    const about = {
      params: { count: early.count, row: early.rows[0] ?? 0, column },
      ...{ rows: early.rows, column },
    };
    if (isSwapped) {
      const remedy = { swapDates: false };
      return early.count === 0 ? [] : [{ code: "dates-swapped-back", ...about, remedy }];
    }
    return isProven() ? [{ code: "dates-swapped", ...about, remedy: { swapDates: true } }] : [];
  }

  return {
    add(one) {
      add(one);
      return !isOrdinary || isSwapped;
    },
    findings,
  };
}
