import type { ImportState } from "../../../preload/types.ts";

/** What an import's state follows from; `open` counts queued, waiting and sending batches. */
export interface BatchTally {
  readonly open: number;
  readonly sending: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly uncertain: number;
  readonly cancelled: number;
}

/**
 * The one rule for an import's state. A question to a person comes before everything else that
 * stands still; a rejection shows while it keeps later batches waiting.
 */
export function deriveImportState(tally: BatchTally, heldByRejection: boolean): ImportState {
  if (tally.sending > 0) return "sending";
  if (tally.uncertain > 0) return "uncertain";
  if (tally.open > 0) return heldByRejection ? "rejected" : "queued";
  if (tally.accepted > 0) {
    return tally.rejected + tally.cancelled > 0 ? "partly-accepted" : "accepted";
  }
  return tally.rejected > 0 ? "rejected" : "cancelled";
}

/** Nothing of the import is left to send or to decide. */
export function isFinished(tally: BatchTally): boolean {
  return tally.open === 0 && tally.uncertain === 0;
}
