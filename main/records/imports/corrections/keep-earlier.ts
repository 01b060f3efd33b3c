import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";

/** A batch as it was sent last. */
export interface SentBatch {
  readonly batchId: number;
  readonly attempts: number;
  readonly sealedRows: Buffer;
  readonly now: number;
}

/** The request and the reply as they were stay with the batch. Inside a transaction. */
export function keepEarlier(db: Database, batch: SentBatch): void {
  statement<SentBatch>(
    db,
    `INSERT INTO batch_earlier (batch_id, attempt, corrected_at, sealed_rows, sealed_reply)
     VALUES (:batchId, :attempts, :now, :sealedRows,
       (SELECT sealed_reply FROM batch_replies WHERE batch_id = :batchId))`,
  ).run(batch);
  statement<[batchId: number]>(db, "DELETE FROM batch_replies WHERE batch_id = ?").run(
    batch.batchId,
  );
}
