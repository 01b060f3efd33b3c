import type { ImportSummary } from "../../../preload/types.ts";

export type UndoneImport = Pick<
  ImportSummary,
  "id" | "address" | "state" | "finishedAt" | "undone" | "counts"
>;

/**
 * Whether anything of an import is left to be undone. "maybe": earlier values were put back, of all
 * its customers or of some; only its plan tells.
 */
export function leftToUndo({
  state,
  finishedAt,
  undone,
  counts,
}: Omit<UndoneImport, "id" | "address">): "yes" | "no" | "maybe" {
  if (counts.open > 0) return "yes";
  if (undone === "reverted") return "no";
  const nothingArrived = state === "rejected" || state === "cancelled";
  if (finishedAt !== null && nothingArrived && counts.rowsMaybe === 0) return "no";
  return undone === "put-back" ? "maybe" : "yes";
}
