import type { CheckCounts } from "../../../preload/types.ts";

/** How many batches the rows to be sent make: by rows, or by bytes where they are long. */
export function estimateBatches(
  counts: CheckCounts,
  rowBytes: number,
  limits: { readonly batchRows: number; readonly batchBytes: number },
): number {
  if (counts.toSend === 0) return 0;
  const bytes = (rowBytes * counts.toSend) / counts.total;
  return Math.ceil(Math.max(counts.toSend / limits.batchRows, bytes / limits.batchBytes));
}
