import { placeOfRow } from "../../../preload/lists/list-row.ts";
import type { BatchSummary } from "../../../preload/types.ts";

/** Where a batch begins and ends in its list; sheets only where the list is read from several. */
export function placesOf({
  firstRow,
  lastRow,
  sheet,
}: Pick<BatchSummary, "firstRow" | "lastRow" | "sheet">) {
  const first = placeOfRow(firstRow, sheet);
  const last = placeOfRow(lastRow, sheet);
  return {
    firstRow: first.row,
    ...(first.sheet === undefined ? {} : { firstSheet: first.sheet }),
    lastRow: last.row,
    ...(last.sheet === undefined ? {} : { lastSheet: last.sheet }),
  };
}

/** 12, or "12 (Airport)". */
export function namePlace(row: number, sheet: string | undefined): string {
  return sheet === undefined ? String(row) : `${row} (${sheet})`;
}
