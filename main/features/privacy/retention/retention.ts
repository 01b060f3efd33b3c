import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../../../common/sqlite/database.ts";
import { createNextDue } from "../../../records/imports/retention/due-imports.ts";
import { purgeStep } from "../../../records/imports/retention/purge-rows.ts";
import { readSettings } from "../../../records/settings.ts";
import { markIndex, purgeIndex } from "../purge-index.ts";
import { clearLeftLog } from "../write-ahead.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
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
  const nextDue = createNextDue(db);
  let batches = 0;
  let imports = 0;
  const stopped = () => signal?.aborted === true || !db.open;
  while (!stopped()) {
    const importId = nextDue(before);
    if (importId === undefined) break;
    const step = purgeStep(db, importId, () => markIndex(db));
    batches += step.batches;
    if (step.done) imports += 1;
    await nextTurn();
  }
  await purgeIndex(db, stopped);
  if (!stopped()) clearLeftLog(db);
  return { imports, batches };
}
