import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { columnsOf, createBatchInsert, type SealedBatch } from "../creating/batch-writer.ts";
import { writeSealedRows } from "../retention/forget-rows.ts";

/** Where the batches that corrected rows become stand. */
export interface PartsPlace {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number;
  readonly position: number;
}

/**
 * Writes corrected rows in the place of a batch's former ones; what does not fit into one request
 * becomes batches of its own right behind it. Inside a transaction.
 * @returns the ids of the batches, the first one the batch's own
 */
export function writeCorrectedParts(
  db: Database,
  place: PartsPlace,
  parts: readonly SealedBatch[],
): readonly number[] {
  makeRoom(db, place, parts.length - 1);
  const insert = createBatchInsert(db);
  const insertRows = statement<[batchId: number, sealed: Buffer]>(
    db,
    "INSERT INTO batch_rows (batch_id, sealed_rows) VALUES (?, ?)",
  );
  const sameChoices = statement<[from: number, batchId: number]>(
    db,
    `UPDATE batches SET (campaigns, trial) = (SELECT of.campaigns, of.trial FROM batches AS of
       WHERE of.id = ?) WHERE id = ?`,
  );
  return parts.map((part, index) => {
    if (index === 0) {
      overwrite(db, place.id, part);
      return place.id;
    }
    const { importId, connectionId, position } = place;
    const id = insert({ importId, connectionId, position: position + index }, part);
    insertRows.run(id, part.sealed);
    sameChoices.run(place.id, id);
    return id;
  });
}

/** Positions are unique and in order; turned negative on the way, so that none meets another. */
function makeRoom(db: Database, { importId, position }: PartsPlace, count: number): void {
  if (count === 0) return;
  statement<[count: number, importId: number, position: number]>(
    db,
    "UPDATE batches SET position = -(position + ?) WHERE import_id = ? AND position > ?",
  ).run(count, importId, position);
  statement<[importId: number]>(
    db,
    "UPDATE batches SET position = -position WHERE import_id = ? AND position < 0",
  ).run(importId);
  statement<{ readonly count: number; readonly importId: number }>(
    db,
    `UPDATE imports SET batches_total = batches_total + :count,
       batches_open = batches_open + :count WHERE id = :importId`,
  ).run({ count, importId });
}

function overwrite(db: Database, batchId: number, part: SealedBatch): void {
  statement(
    db,
    `UPDATE batches SET row_count = :rowCount, first_row = :firstRow, last_row = :lastRow,
       byte_size = :byteSize, delimiter = :delimiter, repeatable = :idempotent WHERE id = :batchId`,
  ).run({ ...columnsOf(part), batchId });
  writeSealedRows(db, batchId, part.sealed);
}

/** Counts rows of an import that are not sent after all among those that it left out. */
export function countLeftBehind(db: Database, importId: number, count: number): void {
  statement<{ readonly count: number; readonly importId: number }>(
    db,
    `UPDATE imports SET rows_total = rows_total - :count, checked = json_set(checked,
       '$.excluded', (checked ->> '$.excluded') + :count,
       '$.toSend', (checked ->> '$.toSend') - :count) WHERE id = :importId`,
  ).run({ count, importId });
}
