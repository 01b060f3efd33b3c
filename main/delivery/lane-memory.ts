import type { BatchState } from "../../preload/types.ts";
import type { AttemptResult } from "../api/attempt-result.ts";
import { nextTryAt } from "./backoff.ts";
import { FRESH_LANE, type LaneMemory, UNCERTAIN_LIMIT } from "./choose.ts";

/** What a lane knows of its connection after an attempt. */
export function remember(
  before: LaneMemory,
  result: AttemptResult,
  state: BatchState,
  now: number,
  random: () => number,
): LaneMemory {
  switch (result.kind) {
    case "accepted":
    case "rejected":
    case "credentials":
      return FRESH_LANE;
    case "unclear":
    case "doubtful": {
      const uncertain = before.uncertain + (state === "uncertain" ? 1 : 0);
      const pauseUntil = state === "uncertain" ? nextTryAt(now, uncertain, null, random) : 0;
      return { ...before, suspect: true, uncertain, pauseUntil };
    }
    case "try-later":
    case "not-sent":
    case "unsendable":
      return before;
  }
}

/** A line on which batch after batch becomes a question is stopped for a person. */
export function shouldPauseImport({ uncertain, suspect }: LaneMemory): boolean {
  return suspect && uncertain >= UNCERTAIN_LIMIT;
}
