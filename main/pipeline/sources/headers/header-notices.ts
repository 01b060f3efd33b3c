import type { ListColumn } from "../../../../preload/types.ts";
import { isEmail } from "../../../common/email-shape.ts";
import type { SourceNotice } from "../source.ts";
import { areWordsBeforeDays, isValueLike } from "./header-row.ts";

/**
 * Whether the row of the headers holds a customer: a list without headers would lose its first
 * one. An e-mail address tells it, or values in half of the columns.
 */
export function headerNotices(
  columns: readonly Pick<ListColumn, "header">[],
  headerRow: number,
): readonly SourceNotice[] {
  const headers = columns.map(({ header }) => header);
  const values = headers.filter(isValueLike).length;
  if (!headers.some(isEmail) && values * 2 < headers.length) return [];
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
