import type { AttemptResult } from "../../../records/imports/batches/attempt-result.ts";
import type { Candidate } from "../../../records/imports/queue/outbox.ts";

/** Attempts in a row that may have arrived after which it may be the batch's own fault. */
export const UNCLEAR_LIMIT = 8;
/** How often another batch gets a clear answer and this one again none, before it is set aside. */
const DESPITE_LIMIT = 2;

/**
 * A batch that gets no clear answer, again and again. Whether that is its own fault shows only by
 * others of its kind: one of them goes in between, and only where those get through and this one
 * does not is it set aside. While nobody gets through it is tried without end.
 */
export interface Doubt {
  readonly batchId: number;
  /** What became of another batch since this one was last tried. */
  readonly other: "untried" | "unclear" | "through";
  /** Unclear attempts of this batch right after another one got through. */
  readonly despite: number;
}

/** Whether another batch should go before it now. */
export function wantsAnother({ id, unclear }: Candidate, doubt: Doubt | null): boolean {
  return unclear >= UNCLEAR_LIMIT && doubt?.batchId === id && doubt.other === "untried";
}

export function isSetAside({ id, unclear }: Candidate, doubt: Doubt | null): boolean {
  return unclear >= UNCLEAR_LIMIT && doubt?.batchId === id && doubt.despite >= DESPITE_LIMIT;
}

/** What an attempt adds to the doubt. `unclear`: how often in a row its batch got no clear answer. */
export function afterDoubted(
  doubt: Doubt | null,
  about: {
    readonly batchId: number;
    readonly unclear: number;
    readonly kind: AttemptResult["kind"];
  },
): Doubt | null {
  const { batchId, unclear, kind } = about;
  const isClear = kind === "accepted" || kind === "rejected";
  if (doubt !== null && doubt.batchId !== batchId) {
    return { ...doubt, other: isClear ? "through" : "unclear" };
  }
  if (isClear) return null;
  if (kind !== "unclear" || unclear < UNCLEAR_LIMIT) return doubt;
  const despite = doubt === null ? 0 : doubt.despite + (doubt.other === "through" ? 1 : 0);
  return { batchId, other: "untried", despite };
}
