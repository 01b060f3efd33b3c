import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { columnsOf, createBatchInsert, type SealedBatch } from "../creating/batch-writer.ts";
import { writeSealedRows } from "../retention/forget-rows.ts";

/** Where the batches that corrected rows become stand. */
export interface PartsPlace {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number;
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
  const behind = placesBehind(db, place, parts.length - 1);
  countMore(db, place.importId, parts.length - 1);
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
    const position = behind[index - 1];
    if (position === undefined) {
      overwrite(db, place.id, part);
      return place.id;
    }
    const { importId, connectionId } = place;
    const id = insert({ importId, connectionId, position }, part);
    insertRows.run(id, part.sealed);
    sameChoices.run(place.id, id);
    return id;
  });
}

/** Between two batches once an import's are spread: room for parts, for parts of these, and so on. */
const ROOM = 2 ** 16;

/** So many positions right behind a batch. Its import is spread where they are not free. */
function placesBehind(
  db: Database,
  { id, importId }: PartsPlace,
  count: number,
): readonly number[] {
  if (count === 0) return [];
  const read = statement<[batchId: number], { readonly own: number; readonly next: number | null }>(
    db,
    `SELECT position AS own, (SELECT min(position) FROM batches AS later
       WHERE later.import_id = batches.import_id AND later.position > batches.position) AS next
     FROM batches WHERE id = ?`,
  );
  const room = () => {
    const { own = 0, next = null } = read.get(id) ?? {};
    return { own, step: Math.floor(((next ?? own + ROOM) - own) / (count + 1)) };
  };
  if (room().step === 0) spread(db, importId);
  const { own, step } = room();
  return Array.from({ length: count }, (_, at) => own + step * (at + 1));
}

/** Positions are unique; turned negative on the way, so that none meets another. */
function spread(db: Database, importId: number): void {
  statement<{ readonly importId: number }>(
    db,
    `UPDATE batches SET position = -${ROOM} * ordered.number
     FROM (SELECT id, row_number() OVER (ORDER BY position) AS number
       FROM batches WHERE import_id = :importId) AS ordered
     WHERE ordered.id = batches.id`,
  ).run({ importId });
  statement<[importId: number]>(
    db,
    "UPDATE batches SET position = -position WHERE import_id = ? AND position < 0",
  ).run(importId);
}

function countMore(db: Database, importId: number, count: number): void {
  if (count === 0) return;
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
