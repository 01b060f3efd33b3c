import type { BatchState } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { BatchStatus } from "./batches/batch-status.ts";
import { type BatchTally, deriveImportState, isFinished } from "./import-state.ts";

interface MovedBatch {
  readonly importId: number;
  readonly rowCount: number;
}

/** Keeps the counts of `imports` right, in the transaction that changes a batch. */
export interface ImportTally {
  move(batch: MovedBatch, from: BatchStatus, to: BatchStatus): void;
  /** Derives state, hold and end of the import from its counts. */
  refresh(importId: number, holdByRejection: boolean, now: number): void;
}

interface StoredTally extends BatchTally {
  readonly hold: "paused" | "rejected" | null;
}

export function createImportTally(db: Database): ImportTally {
  const add = db.prepare(
    `UPDATE imports SET batches_open = batches_open + ?, batches_sending = batches_sending + ?,
       batches_accepted = batches_accepted + ?, batches_rejected = batches_rejected + ?,
       batches_uncertain = batches_uncertain + ?, batches_cancelled = batches_cancelled + ?,
       rows_accepted = rows_accepted + ?, rows_rejected = rows_rejected + ?,
       rows_uncertain = rows_uncertain + ?, customers_new = customers_new + ?,
       customers_updated = customers_updated + ? WHERE id = ?`,
  );
  const read = db.prepare(
    `SELECT batches_open AS open, batches_sending AS sending, batches_accepted AS accepted,
       batches_rejected AS rejected, batches_uncertain AS uncertain,
       batches_cancelled AS cancelled, hold FROM imports WHERE id = ?`,
  );
  const write = db.prepare(
    `UPDATE imports SET state = ?, hold = ?,
       finished_at = CASE WHEN ? THEN ifnull(finished_at, ?) END WHERE id = ?`,
  );

  return {
    move({ importId, rowCount }, from, to) {
      const step = (of: (state: BatchState) => boolean) =>
        Number(of(to.state)) - Number(of(from.state));
      const accepted = step((state) => state === "accepted");
      const rejected = step((state) => state === "rejected");
      const uncertain = step((state) => state === "uncertain");
      add.run(
        step(isOpen),
        step((state) => state === "sending"),
        accepted,
        rejected,
        uncertain,
        step((state) => state === "cancelled"),
        accepted * rowCount,
        rejected * rowCount,
        uncertain * rowCount,
        (to.created ?? 0) - (from.created ?? 0),
        (to.updated ?? 0) - (from.updated ?? 0),
        importId,
      );
    },
    refresh(importId, holdByRejection, now) {
      const tally = read.get(importId) as StoredTally;
      const wanted = holdByRejection && tally.hold === null ? "rejected" : tally.hold;
      // Nothing is left that a hold could keep back.
      const hold = tally.open === 0 ? null : wanted;
      const state = deriveImportState(tally, hold === "rejected");
      write.run(state, hold, Number(isFinished(tally)), now, importId);
    },
  };
}

function isOpen(state: BatchState): boolean {
  return state === "queued" || state === "waiting" || state === "sending";
}
