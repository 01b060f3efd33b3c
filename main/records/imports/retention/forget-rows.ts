import type { BatchState } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** Where a batch stands, and by which account the index names its customers. */
export interface IndexedBatch {
  readonly importId: number;
  readonly state: BatchState;
  readonly account: string;
}

export function createIndexedBatchReader(
  db: Database,
): (batchId: number) => IndexedBatch | undefined {
  const read = statement<[batchId: number], IndexedBatch>(
    db,
    `SELECT import_id AS importId, batches.state, ifnull(indexed_as, account_id) AS account
     FROM batches JOIN imports ON imports.id = import_id WHERE batches.id = ?`,
  );
  return (batchId) => read.get(batchId);
}

/**
 * Takes rows out of the count of a batch that waits or is uncertain; a batch has one at least.
 * @param rows how many stay
 * @returns false where a sender has taken it meanwhile: then what goes out is what was there
 */
export function shrinkWaiting(db: Database, batchId: number, rows: number): boolean {
  const { changes } = statement<[rows: number, batchId: number]>(
    db,
    `UPDATE batches SET row_count = max(1, ?)
     WHERE id = ? AND state IN ('queued', 'waiting', 'uncertain')`,
  ).run(rows, batchId);
  return changes > 0;
}

/** Takes as many rows out of the count of the batch's import. */
export function shrinkImport(db: Database, batchId: number, rows: number): void {
  statement<[rows: number, batchId: number]>(
    db,
    `UPDATE imports SET rows_total = rows_total - ?
     WHERE id = (SELECT import_id FROM batches WHERE id = ?)`,
  ).run(rows, batchId);
}

/** Keeps with the batch's import how many rows were taken away. */
export function countForgotten(db: Database, batchId: number, rows: number): void {
  statement<[rows: number, batchId: number]>(
    db,
    `UPDATE imports SET rows_forgotten = rows_forgotten + ?
     WHERE id = (SELECT import_id FROM batches WHERE id = ?)`,
  ).run(rows, batchId);
}

/** Writes a batch's rows anew; null: none is left. */
export function writeSealedRows(db: Database, batchId: number, sealed: Buffer | null): void {
  if (sealed === null) {
    statement<[batchId: number]>(db, "DELETE FROM batch_rows WHERE batch_id = ?").run(batchId);
    return;
  }
  statement<[sealed: Buffer, batchId: number]>(
    db,
    "UPDATE batch_rows SET sealed_rows = ? WHERE batch_id = ?",
  ).run(sealed, batchId);
}

/** The reply to a batch's last attempt goes, and the platform's words with it. */
export function dropReply(db: Database, batchId: number): void {
  statement<[batchId: number]>(db, "DELETE FROM batch_replies WHERE batch_id = ?").run(batchId);
  writeSealedWords(db, batchId, null);
}

export function writeSealedReply(db: Database, batchId: number, sealed: Buffer): void {
  statement<[sealed: Buffer, batchId: number]>(
    db,
    "UPDATE batch_replies SET sealed_reply = ? WHERE batch_id = ?",
  ).run(sealed, batchId);
}

/** The platform's words about a batch; null where there are none. */
export function readSealedWords(db: Database, batchId: number): Buffer | null {
  const words = column<[batchId: number], Buffer | null>(
    db,
    "SELECT sealed_words FROM batches WHERE id = ?",
  );
  return words.get(batchId) ?? null;
}

export function writeSealedWords(db: Database, batchId: number, sealed: Buffer | null): void {
  statement<[sealed: Buffer | null, batchId: number]>(
    db,
    "UPDATE batches SET sealed_words = ? WHERE id = ?",
  ).run(sealed, batchId);
}
