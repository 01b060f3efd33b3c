import type { ListColumn } from "../../../../preload/types.ts";
import { isEmail } from "../../../common/email-shape.ts";
import { formOf } from "../form-of.ts";
import type { SourceNotice, SourceRow } from "../source.ts";
import { areWordsBeforeDays, DAY_OR_YEAR, holdsHeaderWord, isValueLike } from "./header-row.ts";

/**
 * Whether the row of the headers holds a customer: a list without headers would lose its first
 * one. An e-mail address tells it, or values in half of the columns, or a number like those below it
 * where nothing else is a word of headers.
 */
export function headerNotices(
  columns: readonly Pick<ListColumn, "header">[],
  headerRow: number,
  rows: readonly SourceRow[] = [],
): readonly SourceNotice[] {
  const headers = columns.map(({ header }) => header);
  const values = headers.filter(isValueLike).length;
  const areValues = headers.some(isEmail) || values * 2 >= headers.length;
  if (!areValues && !goOnBelow(headers, headerRow, rows)) return [];
  if (areWordsBeforeDays(headers)) return [];
  return [
    {
      code: "headers-are-values",
      params: { row: headerRow },
      rows: [headerRow],
      remedy: { headerRow: 0 },
    },
  ];
}

function goOnBelow(
  headers: readonly string[],
  headerRow: number,
  rows: readonly SourceRow[],
): boolean {
  if (headers.some(holdsHeaderWord)) return false;
  const below = rows.filter(({ number, cells }) => number > headerRow && cells.length > 0);
  return headers.some(
    (header, at) =>
      /^\d{3,}$/.test(header) &&
      !DAY_OR_YEAR.test(header) &&
      below.length > 0 &&
      below.every(({ cells }) => formOf(cells[at] ?? "") === formOf(header)),
  );
}
