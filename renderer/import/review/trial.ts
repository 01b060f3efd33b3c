import type { Draft } from "../../../preload/types.ts";

/** Rows of a trial. */
export const TRIAL_ROWS = 10;

/** A mapping that was never sent is tried first, where there is more than the trial to send. */
export function offersTrial({ trial }: Draft, toSend: number): boolean {
  return trial.suggested && toSend > TRIAL_ROWS;
}
