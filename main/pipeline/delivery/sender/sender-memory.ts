import type { BatchState } from "../../../../preload/types.ts";
import type { AttemptResult } from "../../../records/imports/batches/attempt-result.ts";
import { afterDoubted } from "../line/doubt.ts";
import { FRESH_MEMORY, type SenderMemory, UNCERTAIN_LIMIT } from "./choose.ts";

/** What a sender knows of its batches after an attempt. */
export function remember(
  before: SenderMemory,
  attempt: {
    readonly batchId: number;
    readonly result: AttemptResult;
    /** What the batch has come to by it. */
    readonly state: BatchState;
    readonly unclear: number;
  },
): SenderMemory {
  const { batchId, result, state, unclear } = attempt;
  const doubt = afterDoubted(before.doubt, { batchId, unclear, kind: result.kind });
  switch (result.kind) {
    case "accepted":
    case "rejected":
    case "credentials":
      return { ...FRESH_MEMORY, doubt };
    case "unclear":
    case "doubtful":
      return {
        suspect: true,
        uncertain: before.uncertain + (state === "uncertain" ? 1 : 0),
        doubt,
      };
    case "try-later":
    case "not-sent":
    case "unsendable":
      return { ...before, doubt };
  }
}

/** A line on which batch after batch becomes a question is stopped for a person. */
export function shouldPauseImport({ uncertain, suspect }: SenderMemory): boolean {
  return suspect && uncertain >= UNCERTAIN_LIMIT;
}
