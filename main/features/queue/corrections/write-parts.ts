import type { Batch } from "../../../common/batch.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { keysOfRows, moveKeys } from "../../../records/customers/row-keys.ts";
import { createArrivalsReader } from "../../../records/imports/arrivals/arrivals.ts";
import { type SealedBatch, sealBatch } from "../../../records/imports/creating/batch-writer.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { MendableBatch } from "./mendable.ts";

/**
 * Writes a batch's corrected rows in the place of the former ones. Where they fit into one request
 * no more, the rest becomes batches of its own right behind it. Inside a transaction.
 * @returns the ids of the batches, the first one the batch's own
 */
export function writeParts(
  db: Database,
  vault: Vault,
  batch: MendableBatch,
  parts: readonly Batch[],
): readonly number[] {
  makeRoom(db, batch, parts.length - 1);
  const ids = parts.map((part, index) => {
    const sealed = sealBatch(vault, part);
    if (index > 0) return insertPart(db, batch, index, sealed);
    overwrite(db, batch.id, sealed);
    return batch.id;
  });
  const keysOf = (rows: Pick<Batch, "fields" | "rows">) => keysOfRows(vault, batch.indexedAs, rows);
  const before = keysOf(batch);
  const none: ReadonlySet<number> = new Set();
  const keepBefore = createArrivalsReader(db)(batch.id).length > 0;
  moveKeys(
    db,
    batch.importId,
    parts.map((part, index) => ({
      batchId: ids[index] ?? batch.id,
      before: index === 0 ? before : none,
      after: keysOf(part),
      keepBefore,
    })),
  );
  return ids;
}

/** Positions are unique and in order; turned negative on the way, so that none meets another. */
function makeRoom(db: Database, { importId, position }: MendableBatch, count: number): void {
  if (count === 0) return;
  db.prepare(
    "UPDATE batches SET position = -(position + ?) WHERE import_id = ? AND position > ?",
  ).run(count, importId, position);
  db.prepare("UPDATE batches SET position = -position WHERE import_id = ? AND position < 0").run(
    importId,
  );
  db.prepare(
    `UPDATE imports SET batches_total = batches_total + :count,
       batches_open = batches_open + :count WHERE id = :importId`,
  ).run({ count, importId });
}

/** What a batch says of its rows, by column. */
function columnsOf(part: SealedBatch) {
  return {
    rowCount: part.rowCount,
    firstRow: part.firstRow,
    lastRow: part.lastRow,
    byteSize: part.byteSize,
    delimiter: part.delimiter,
    repeatable: Number(part.repeatable),
  };
}

function overwrite(db: Database, batchId: number, part: SealedBatch): void {
  db.prepare(
    `UPDATE batches SET row_count = :rowCount, first_row = :firstRow, last_row = :lastRow,
       byte_size = :byteSize, delimiter = :delimiter, repeatable = :repeatable WHERE id = :batchId`,
  ).run({ ...columnsOf(part), batchId });
  db.prepare("UPDATE batch_rows SET sealed_rows = ? WHERE batch_id = ?").run(part.sealed, batchId);
}

function insertPart(db: Database, batch: MendableBatch, index: number, part: SealedBatch): number {
  const { importId, connectionId } = batch;
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO batches
         (import_id, connection_id, position, state, row_count, first_row, last_row, byte_size,
          delimiter, repeatable)
       VALUES (:importId, :connectionId, :position, 'queued', :rowCount, :firstRow, :lastRow,
         :byteSize, :delimiter, :repeatable)`,
    )
    .run({ ...columnsOf(part), importId, connectionId, position: batch.position + index });
  const id = Number(lastInsertRowid);
  db.prepare("INSERT INTO batch_rows (batch_id, sealed_rows) VALUES (?, ?)").run(id, part.sealed);
  return id;
}
