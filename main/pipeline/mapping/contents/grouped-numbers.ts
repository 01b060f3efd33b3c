import { withoutGroups } from "../values/digits.ts";
import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

/** `8.001`, `1,204`, `1'204`: thousands never begin with a zero. */
const GROUPED = /^[1-9]\d{0,2}([.,'’])\d{3}(?:\1\d{3})*$/;
/** Blanks part the groups of cards and postal codes as well. */
const SPACED = /^[1-9]\d{0,2}(?: \d{3})+$/;
const LONGEST = 19;

/**
 * Keys and postal codes that a spreadsheet program wrote with marks between thousands (8.001), where no
 * other value of the column has a mark: in 1.1 and 8.001 the mark is a part of it.
 * @param mayBeSpaced whether a blank may be such a mark, where it parts groups of several lengths
 */
export function watchGroupedNumbers(column: string, mayBeSpaced: boolean): ColumnWatch {
  const found = createFoundRows();
  /** Bits by the length of what stands before the first blank. */
  let beforeBlank = 0;
  let isOrdinary = false;
  return {
    add({ value, isDigits, row }) {
      if (isDigits) return true;
      const { length } = value;
      // Of several marks some prove themselves, and are taken off: 7,000,004.
      if (withoutGroups(value) !== value) return true;
      const isSpaced = mayBeSpaced && SPACED.test(value);
      isOrdinary = length > LONGEST || !(isSpaced || GROUPED.test(value));
      if (isOrdinary) return false;
      if (isSpaced) beforeBlank |= 1 << value.indexOf(" ");
      found.add(row);
      return true;
    },
    findings() {
      const hasOneLength = beforeBlank !== 0 && (beforeBlank & (beforeBlank - 1)) === 0;
      if (isOrdinary || hasOneLength || found.count === 0) return [];
      const params = { count: found.count, row: found.rows[0] ?? 0, column };
      return [{ code: "numbers-grouped", params, rows: found.rows, column }];
    },
  };
}
