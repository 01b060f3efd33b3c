import type {
  BatchStanding,
  BatchState,
  ImportStanding,
  ImportState,
} from "../../../../preload/types.ts";
import { ARRIVAL_CAUSES } from "../arrivals/arrivals.ts";

/** The reason of an accepted batch of whose rows the platform counted fewer than were sent. */
export const COUNTED_FEWER = "reason-counted-fewer";

/** A condition on a row of `batches`: one of its attempts has arrived or may have. */
export const TRIED_IN_DOUBT_SQL = `(batches.attempts > 0
  AND EXISTS (SELECT 1 FROM batch_log WHERE batch_id = batches.id
    AND cause IN (${[...ARRIVAL_CAUSES].map((cause) => `'${cause}'`).join(", ")})))`;

/** The same: it ended otherwise, though one of its attempts may have arrived. */
export const MAY_HAVE_ARRIVED_SQL = `(batches.state IN ('rejected', 'cancelled')
  AND ${TRIED_IN_DOUBT_SQL})`;

/** What became of a batch's rows, with words for the middle. */
export function batchStanding(about: {
  readonly state: BatchState;
  readonly reasonCode: string | null;
  /** By MAY_HAVE_ARRIVED_SQL. */
  readonly mayHaveArrived: boolean;
}): BatchStanding {
  const { state, reasonCode, mayHaveArrived } = about;
  if (state === "accepted") return reasonCode === COUNTED_FEWER ? "accepted-fewer" : state;
  if (mayHaveArrived && state === "rejected") return "maybe-rejected";
  return mayHaveArrived && state === "cancelled" ? "maybe-cancelled" : state;
}

/** What became of an import, told by the rows of its batches. */
export function importStanding(
  state: ImportState,
  { rowsMaybe, rowsUncounted }: { readonly rowsMaybe: number; readonly rowsUncounted: number },
): ImportStanding {
  if (state === "accepted" && rowsUncounted > 0) return "accepted-fewer";
  if (state === "rejected" && rowsMaybe > 0) return "maybe-rejected";
  return state === "cancelled" && rowsMaybe > 0 ? "maybe-cancelled" : state;
}

/** What "not sent" becomes where an earlier try may have arrived. */
const MAYBE_REASONS: Readonly<Record<string, string>> = {
  "reason-cancelled": "reason-cancelled-maybe",
  "reason-overtaken": "reason-overtaken-maybe",
  "reason-left-out": "reason-left-out-maybe",
};

export function reasonInStanding(code: string, mayHaveArrived: boolean): string {
  return mayHaveArrived ? (MAYBE_REASONS[code] ?? code) : code;
}
