import type { BatchState } from "../../../../preload/types.ts";

/** Where a batch stands, as the database has it. */
export interface Standing {
  readonly state: BatchState;
  readonly reason: string | null;
  readonly released: 0 | 1;
  readonly connectionId: number | null;
}

/**
 * Whether a batch's rows may be corrected: it was rejected, or set aside because it never got a
 * clear answer. Not one that is uncertain for any other reason: its rows may have arrived as they
 * are. Nor a trial's that did not arrive: its rows are back in the list they came from.
 */
export function mayBeCorrected({ state, reason, released, connectionId }: Standing): boolean {
  const setAside = state === "uncertain" && reason === "reason-gave-up";
  return released === 0 && connectionId !== null && (state === "rejected" || setAside);
}
