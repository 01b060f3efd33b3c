import type { ImportDetail } from "../../preload/types.ts";

/** Rows of an import that is over which a person cancelled before they went out. */
export function cancelledRows({
  counts,
  batches,
}: Pick<ImportDetail, "counts" | "batches">): number {
  if (counts.open > 0) return 0;
  const maybe = batches.filter(({ standing }) => standing === "maybe-cancelled");
  const ended = counts.rowsAccepted + counts.rowsRejected + counts.rowsUncertain;
  return counts.rows - ended - maybe.reduce((sum, { rows }) => sum + rows, 0);
}

/** Rows of the list that never went into the queue: with problems, or left out. */
export function stayedBehind({ checked }: Pick<ImportDetail, "checked">): number {
  return Math.max(0, checked.total - checked.toSend);
}
