import { looksLikeDate } from "../dates/became-date.ts";
import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

/** 10-12, 3/4: what spreadsheet programs take for dates where there is such a day. */
const PAIR = /^\d{1,4} ?[-/.] ?\d{1,4}$/;
const LONGEST = 19;

/** Dates among sizes, ranges and fractions that are none. */
export function watchBecameDates(column: string): ColumnWatch {
  const found = createFoundRows();
  let pairs = 0;
  let others = 0;
  return {
    add({ value, row, isDateCell }) {
      if (value.length <= LONGEST && (isDateCell || looksLikeDate(value))) found.add(row);
      else if (value.length < 10 && PAIR.test(value)) pairs += 1;
      else others += 1;
      return true;
    },
    findings() {
      if (found.count === 0 || pairs === 0 || found.count > pairs + others) return [];
      const params = { count: found.count, row: found.rows[0] ?? 0, column };
      return [{ code: "cells-became-dates", params, rows: found.rows, column }];
    },
  };
}
