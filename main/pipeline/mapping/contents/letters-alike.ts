import { isDigit } from "../../../common/letters.ts";
import { alphabetOf } from "../values/look-alikes.ts";
import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

/**
 * Keys in letters of another alphabet than the column's, each of which looks like one of its own:
 * К-100 with a Cyrillic К among K-101 and K-102.
 */
export function watchLettersAlike(column: string): ColumnWatch {
  const latin = createFoundRows();
  const other = createFoundRows();
  /** Those with a letter that stands in their own alphabet alone. */
  let sureLatin = 0;
  let sureOther = 0;
  return {
    add({ value, isDigits, row }) {
      if (isDigits) return true;
      if (isDigit(value.charCodeAt(0)) && isDigit(value.charCodeAt(value.length - 1))) return true;
      switch (alphabetOf(value)) {
        case "latin":
          sureLatin += 1;
          break;
        case "latin-alike":
          latin.add(row);
          break;
        case "other":
          sureOther += 1;
          break;
        case "other-alike":
          other.add(row);
          break;
        case "none":
      }
      return sureLatin === 0 || sureOther === 0;
    },
    findings() {
      const isOdd = (few: number, sureFew: number, many: number) =>
        few > 0 && sureFew === 0 && few < many;
      const areOther = isOdd(other.count, sureOther, sureLatin + latin.count);
      const areLatin = isOdd(latin.count, sureLatin, sureOther + other.count);
      if (!areOther && !areLatin) return [];
      const { count, rows } = areOther ? other : latin;
      const params = { count, row: rows[0] ?? 0, column };
      return [{ code: "letters-alike", params, rows, column }];
    },
  };
}
