import type { CheckCounts } from "../../../preload/types.ts";
import type { Staging } from "../../records/drafts/stagings.ts";

/**
 * How many batches the rows to be sent make: by rows, by bytes where they are long, and by the runs
 * that leave one delimiter free, which are taken to be alike in length.
 */
export function estimateBatches(
  counts: CheckCounts,
  { rowBytes, delimiterRuns }: Pick<Staging, "rowBytes" | "delimiterRuns">,
  limits: { readonly batchRows: number; readonly batchBytes: number },
): number {
  if (counts.toSend === 0) return 0;
  const bytes = (rowBytes * counts.toSend) / counts.total;
  const full = Math.max(counts.toSend / limits.batchRows, bytes / limits.batchBytes);
  const runs = Math.min(delimiterRuns, counts.toSend);
  return runs * Math.ceil(full / runs);
}
