import type { BatchState } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import type { BatchStatus } from "./batch-status.ts";

/** A batch's status with the rest of its row that moves with it. */
export interface BatchRecord {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number | null;
  readonly rowCount: number;
  /** The batch's rows go out with another import: it must never go again. */
  readonly released: boolean;
  readonly status: BatchStatus;
}

interface StoredBatch {
  readonly id: number;
  readonly import_id: number;
  readonly connection_id: number | null;
  readonly row_count: number;
  readonly state: BatchState;
  readonly idempotent: 0 | 1;
  readonly attempts: number;
  readonly unclear: number;
  readonly next_try: number | null;
  readonly settled: 0 | 1;
  readonly released: 0 | 1;
  readonly sent_by: string | null;
  readonly created_count: number | null;
  readonly updated_count: number | null;
}

/** A status as it is written; `idempotent` never changes. */
interface StatusChange extends Omit<BatchStatus, "settled" | "idempotent"> {
  readonly id: number;
  readonly settled: number;
}

/** The statements that move a batch on; prepared once, as a sender runs them for every batch. */
export function batchStatements(db: Database) {
  return {
    find: statement<[batchId: number], StoredBatch>(
      db,
      `SELECT id, import_id, connection_id, row_count, state, repeatable AS idempotent, attempts,
         unclear, next_try, settled, released, sent_by, created_count, updated_count
       FROM batches WHERE id = ?`,
    ),
    update: statement<StatusChange>(
      db,
      `UPDATE batches SET state = :state, attempts = :attempts, unclear = :unclear,
         next_try = :nextTry, settled = :settled, sent_by = :sentBy, created_count = :created,
         updated_count = :updated WHERE id = :id`,
    ),
    updateReason: statement<
      [code: string | null, params: string, words: Buffer | null, batchId: number]
    >(db, "UPDATE batches SET reason_code = ?, reason_params = ?, sealed_words = ? WHERE id = ?"),
    markSent: statement<[at: number, order: number, batchId: number]>(
      db,
      "UPDATE batches SET sent_at = ?, sent_order = ? WHERE id = ?",
    ),
    /** What was undone as a whole before is there again once something of it is sent. */
    standsAgain: statement<[importId: number]>(
      db,
      "UPDATE imports SET reverted = 0 WHERE id = ? AND reverted = 1",
    ),
    keep: statement<[status: number, cut: number, batchId: number]>(
      db,
      "UPDATE batches SET reply_status = ?, reply_cut = ? WHERE id = ?",
    ),
    keepReply: statement<[batchId: number, sealed: Buffer]>(
      db,
      "INSERT OR REPLACE INTO batch_replies (batch_id, sealed_reply) VALUES (?, ?)",
    ),
    holdConnection: statement<[connectionId: number | null]>(
      db,
      "UPDATE connections SET hold = 'credentials' WHERE id = ? AND hold IS NULL",
    ),
  };
}

export function toRecord(row: StoredBatch): BatchRecord {
  return {
    id: row.id,
    importId: row.import_id,
    connectionId: row.connection_id,
    rowCount: row.row_count,
    released: row.released === 1,
    status: {
      state: row.state,
      idempotent: row.idempotent === 1,
      attempts: row.attempts,
      unclear: row.unclear,
      nextTry: row.next_try,
      settled: row.settled === 1,
      sentBy: row.sent_by,
      created: row.created_count,
      updated: row.updated_count,
    },
  };
}
