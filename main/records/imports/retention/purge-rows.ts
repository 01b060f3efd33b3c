import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** Batches whose rows are taken away in one step: each holds up to a megabyte. */
const STEP_BATCHES = 20;

/**
 * Takes rows, replies and the API's words of some of an import's batches away, in one transaction.
 * @param onGone inside it, where there were any
 * @returns whether the import is done
 */
export function purgeStep(
  db: Database,
  importId: number,
  onGone: () => void,
): { readonly batches: number; readonly done: boolean } {
  const batches = column<[importId: number], number>(
    db,
    `SELECT id FROM batches WHERE import_id = ?
       AND (sealed_words IS NOT NULL
         OR EXISTS (SELECT 1 FROM batch_rows WHERE batch_id = batches.id)
         OR EXISTS (SELECT 1 FROM batch_replies WHERE batch_id = batches.id)
         OR EXISTS (SELECT 1 FROM batch_earlier WHERE batch_id = batches.id))
     ORDER BY position LIMIT ${STEP_BATCHES}`,
  );
  const clear = [
    "DELETE FROM batch_rows WHERE batch_id = ?",
    "DELETE FROM batch_replies WHERE batch_id = ?",
    "DELETE FROM batch_earlier WHERE batch_id = ?",
    "DELETE FROM batch_mends WHERE batch_id = ?",
    "UPDATE batches SET sealed_words = NULL WHERE id = ? AND sealed_words IS NOT NULL",
  ].map((sql) => statement<[batchId: number]>(db, sql));
  const clearImport = [
    "DELETE FROM import_leftovers WHERE import_id = ?",
    "UPDATE imports SET rows_kept = 0 WHERE id = ?",
  ].map((sql) => statement<[importId: number]>(db, sql));
  const step = db.transaction(() => {
    const ids = batches.all(importId);
    for (const id of ids) for (const each of clear) each.run(id);
    if (ids.length > 0) onGone();
    if (ids.length === STEP_BATCHES) return { batches: ids.length, done: false };
    for (const each of clearImport) each.run(importId);
    return { batches: ids.length, done: true };
  });
  return step.immediate();
}

/** Tells of a batch that was there when this was made whether its rows are gone. */
export function createGoneCheck(db: Database): (batchId: number) => boolean {
  // Batches that are written from now on have their rows before their entries in the index.
  const last = column<[], number>(db, "SELECT ifnull(max(id), 0) FROM batches").get() ?? 0;
  const kept = new Set(column<[], number>(db, "SELECT batch_id FROM batch_blocks").all());
  return (batchId) => batchId <= last && !kept.has(batchId);
}
