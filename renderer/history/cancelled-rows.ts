import type { ImportCounts } from "../../preload/types.ts";

/** Rows of an import that is over which a person cancelled before they went out. */
export function cancelledRows(counts: ImportCounts): number {
  if (counts.open > 0) return 0;
  return counts.rows - counts.rowsAccepted - counts.rowsRejected - counts.rowsUncertain;
}
