import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

/** Digits that a spreadsheet program keeps of a number; it puts zeros for those behind. */
const KEPT = 15;
/** Separated as cards are printed. */
const NUMBER = /^\d[\d -]*\d$/;
const LONGEST = 40;
/**
 * The fewest numbers that prove it: four numbers end in zero by chance in one list of ten
 * thousand.
 */
const FEWEST = 4;

/** Long numbers all of which end in zeros: what a spreadsheet program left of them. */
export function watchLostDigits(column: string): ColumnWatch {
  const found = createFoundRows();
  const seen = new Set<string>();
  let isOrdinary = false;
  return {
    shortest: KEPT + 1,
    add({ value, row }) {
      if (value.length <= KEPT || value.length > LONGEST || !NUMBER.test(value)) return true;
      const digits = value.replace(/[ -]/g, "");
      if (digits.length <= KEPT) return true;
      if (!/^0+$/.test(digits.slice(KEPT))) {
        isOrdinary = true;
        return false;
      }
      found.add(row);
      if (seen.size < FEWEST) seen.add(digits);
      return true;
    },
    findings() {
      if (isOrdinary || seen.size < FEWEST) return [];
      const params = { count: found.count, row: found.rows[0] ?? 0, column };
      return [{ code: "digits-cut", params, rows: found.rows, column }];
    },
  };
}
