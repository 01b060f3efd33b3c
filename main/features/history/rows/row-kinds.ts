import type { ImportRowFilter } from "../../../../preload/choices.ts";
import type { BatchStanding, ImportRows } from "../../../../preload/types.ts";
import type { BatchRecord } from "../../../records/imports/batches/batch-record.ts";
import { batchStanding } from "../../../records/imports/batches/standing.ts";

/** Why a row of the list never went into a batch. */
export type LeftKind = "invalid" | "left-out";

type Batch = Pick<BatchRecord, "state" | "reason_code" | "may_have_arrived" | "row_count">;

export function standingOf({ state, reason_code, may_have_arrived }: Batch): BatchStanding {
  return batchStanding({
    state,
    reasonCode: reason_code,
    mayHaveArrived: may_have_arrived === 1,
  });
}

/**
 * Whether a kind takes the rows of a batch in. "rejected" counts as the result's figure does: with
 * those that may have arrived before.
 */
export function wantsBatch(filter: ImportRowFilter, batch: Batch): boolean {
  const { state } = batch;
  const maybe = batch.may_have_arrived === 1;
  switch (filter) {
    case "all":
      return true;
    case "accepted":
    case "rejected":
    case "uncertain":
      return state === filter;
    case "waiting":
      return state === "queued" || state === "waiting" || state === "sending";
    case "maybe":
      return maybe && (state === "rejected" || state === "cancelled");
    case "cancelled":
    case "not-sent":
      return state === "cancelled" && !maybe;
    case "invalid":
    case "left-out":
      return false;
  }
}

/** Whether a kind takes in rows that never went into a batch. */
export function wantsLeft(filter: ImportRowFilter, kind: LeftKind): boolean {
  return filter === "all" || filter === "not-sent" || filter === kind;
}

/** @param errors numbers of the rows with problems, ascending */
export function leftKind(errors: readonly number[], row: number): LeftKind {
  let from = 0;
  let to = errors.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((errors[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return errors[from] === row ? "invalid" : "left-out";
}

/** How many rows of an import each kind has, told by the counts that are kept for good. */
export function countRows(
  batches: readonly Batch[],
  left: { readonly total: number; readonly invalid: number },
): ImportRows["counts"] {
  const of = (filter: ImportRowFilter) =>
    batches.reduce((sum, each) => sum + (wantsBatch(filter, each) ? each.row_count : 0), 0);
  const invalid = Math.min(left.invalid, left.total);
  return {
    all: of("all") + left.total,
    accepted: of("accepted"),
    rejected: of("rejected"),
    uncertain: of("uncertain"),
    maybe: of("maybe"),
    waiting: of("waiting"),
    "not-sent": of("not-sent") + left.total,
    invalid,
    "left-out": left.total - invalid,
    cancelled: of("cancelled"),
  };
}
