import type { BatchState, ImportState } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { statement } from "../../common/sqlite/statement.ts";
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
  readonly hold: Hold;
}

type Hold = "paused" | "rejected" | null;

/** What one batch's move adds to the counts: -1, 0 or 1 batches by state, and customers. */
interface TallySteps extends BatchTally {
  readonly importId: number;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
}

interface TallyChange {
  readonly importId: number;
  readonly state: ImportState;
  readonly hold: Hold;
  readonly finished: number;
  readonly now: number;
}

export function createImportTally(db: Database): ImportTally {
  const add = statement<TallySteps>(
    db,
    `UPDATE imports SET batches_open = batches_open + :open,
       batches_sending = batches_sending + :sending,
       batches_accepted = batches_accepted + :accepted,
       batches_rejected = batches_rejected + :rejected,
       batches_uncertain = batches_uncertain + :uncertain,
       batches_cancelled = batches_cancelled + :cancelled,
       rows_accepted = rows_accepted + :accepted * :rows,
       rows_rejected = rows_rejected + :rejected * :rows,
       rows_uncertain = rows_uncertain + :uncertain * :rows,
       customers_new = customers_new + :created,
       customers_updated = customers_updated + :updated WHERE id = :importId`,
  );
  const read = statement<[importId: number], StoredTally>(
    db,
    `SELECT batches_open AS open, batches_sending AS sending, batches_accepted AS accepted,
       batches_rejected AS rejected, batches_uncertain AS uncertain,
       batches_cancelled AS cancelled, hold FROM imports WHERE id = ?`,
  );
  const write = statement<TallyChange>(
    db,
    `UPDATE imports SET state = :state, hold = :hold,
       finished_at = CASE WHEN :finished THEN ifnull(finished_at, :now) END WHERE id = :importId`,
  );

  return {
    move({ importId, rowCount }, from, to) {
      const step = (of: (state: BatchState) => boolean) =>
        Number(of(to.state)) - Number(of(from.state));
      add.run({
        importId,
        rows: rowCount,
        open: step(isOpen),
        sending: step((state) => state === "sending"),
        accepted: step((state) => state === "accepted"),
        rejected: step((state) => state === "rejected"),
        uncertain: step((state) => state === "uncertain"),
        cancelled: step((state) => state === "cancelled"),
        created: (to.created ?? 0) - (from.created ?? 0),
        updated: (to.updated ?? 0) - (from.updated ?? 0),
      });
    },
    refresh(importId, holdByRejection, now) {
      const tally = read.get(importId);
      if (tally === undefined) return;
      const wanted = holdByRejection && tally.hold === null ? "rejected" : tally.hold;
      // Nothing is left that a hold could keep back.
      const hold = tally.open === 0 ? null : wanted;
      const state = deriveImportState(tally, hold === "rejected");
      write.run({ importId, state, hold, finished: Number(isFinished(tally)), now });
    },
  };
}

function isOpen(state: BatchState): boolean {
  return state === "queued" || state === "waiting" || state === "sending";
}
