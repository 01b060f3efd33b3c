import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../../../common/sqlite/database.ts";
import { readSettings } from "../../../records/settings.ts";
import { markIndex, purgeIndex } from "../purge-index.ts";
import { clearLeftLog } from "../write-ahead.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Batches whose rows are taken away in one step: each holds up to a megabyte. */
const STEP_BATCHES = 20;

/** Imports that ended before a time and about which nothing is open. */
export const DUE_SQL = `rows_kept = 1 AND finished_at IS NOT NULL AND finished_at < ?
    AND NOT EXISTS (SELECT 1 FROM batches WHERE import_id = imports.id AND settled = 0
      AND state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain'))`;
export const TO_PURGE_SQL = `SELECT id FROM imports WHERE ${DUE_SQL}
  ORDER BY finished_at LIMIT 1`;

export interface PurgeResult {
  readonly imports: number;
  readonly batches: number;
}

/**
 * Takes rows, replies and the API's words of imports away that ended longer ago than the setting
 * says; counts and outcomes stay. A rejected batch that nobody has decided about is in the queue:
 * its import keeps its rows until then. In small steps, each its own transaction with a turn of the
 * event loop after it; an interrupted purge goes on the next time, in the index too.
 */
export async function purgeOldRows(
  db: Database,
  now: number = Date.now(),
  signal?: AbortSignal,
): Promise<PurgeResult> {
  const before = now - readSettings(db).retentionDays * DAY_MS;
  const next = db.prepare(TO_PURGE_SQL).pluck();
  let batches = 0;
  let imports = 0;
  const stopped = () => signal?.aborted === true || !db.open;
  while (!stopped()) {
    const importId = next.get(before) as number | undefined;
    if (importId === undefined) break;
    const step = purgeStep(db, importId);
    batches += step.batches;
    if (step.done) imports += 1;
    await nextTurn();
  }
  await purgeIndex(db, stopped);
  if (!stopped()) clearLeftLog(db);
  return { imports, batches };
}

/** @returns whether the import is done */
function purgeStep(
  db: Database,
  importId: number,
): { readonly batches: number; readonly done: boolean } {
  const batches = db
    .prepare(
      `SELECT id FROM batches WHERE import_id = ?
         AND (sealed_words IS NOT NULL
           OR EXISTS (SELECT 1 FROM batch_rows WHERE batch_id = batches.id)
           OR EXISTS (SELECT 1 FROM batch_replies WHERE batch_id = batches.id)
           OR EXISTS (SELECT 1 FROM batch_earlier WHERE batch_id = batches.id))
       ORDER BY position LIMIT ${STEP_BATCHES}`,
    )
    .pluck();
  const clear = [
    db.prepare("DELETE FROM batch_rows WHERE batch_id = ?"),
    db.prepare("DELETE FROM batch_replies WHERE batch_id = ?"),
    db.prepare("DELETE FROM batch_earlier WHERE batch_id = ?"),
    db.prepare("DELETE FROM batch_mends WHERE batch_id = ?"),
    db.prepare("UPDATE batches SET sealed_words = NULL WHERE id = ? AND sealed_words IS NOT NULL"),
  ];
  const step = db.transaction(() => {
    const ids = batches.all(importId) as number[];
    for (const id of ids) for (const statement of clear) statement.run(id);
    if (ids.length > 0) markIndex(db);
    if (ids.length === STEP_BATCHES) return { batches: ids.length, done: false };
    db.prepare("DELETE FROM import_leftovers WHERE import_id = ?").run(importId);
    db.prepare("UPDATE imports SET rows_kept = 0 WHERE id = ?").run(importId);
    return { batches: ids.length, done: true };
  });
  return step.immediate();
}
