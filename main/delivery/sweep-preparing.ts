import type { Database } from "../database/open.ts";
import { isProcessAlive, processStartedAt } from "./process-alive.ts";

/** No import takes this long to prepare: its process is gone and the number taken over. */
const MAX_PREPARING_MS = 24 * 60 * 60 * 1000;
/** Batches removed per transaction; each holds up to a megabyte. */
const BATCHES_AT_ONCE = 50;

/**
 * Removes imports whose preparing process died before they became visible. Nobody was told of
 * them: the draft or file that they came from is still there.
 * @returns how many were removed
 */
export function sweepPreparing(db: Database, now: number = Date.now()): number {
  const rows = db
    .prepare("SELECT id, pid, started_at AS startedAt FROM imports WHERE phase = 'preparing'")
    .all() as { id: number; pid: number; startedAt: number }[];
  const abandoned = rows.filter(
    ({ pid, startedAt }) =>
      !isProcessAlive(pid) ||
      now - startedAt > MAX_PREPARING_MS ||
      (pid === process.pid && startedAt < processStartedAt() - 1000),
  );
  for (const { id } of abandoned) removePreparing(db, id);
  return abandoned.length;
}

/** Removes one import that is still being prepared, in small transactions. */
export function removePreparing(db: Database, importId: number): void {
  const some = db.prepare(
    `DELETE FROM batches WHERE id IN (
       SELECT batches.id FROM batches JOIN imports ON imports.id = batches.import_id
       WHERE imports.id = ? AND imports.phase = 'preparing' LIMIT ${BATCHES_AT_ONCE})`,
  );
  while (some.run(importId).changes > 0);
  db.prepare("DELETE FROM imports WHERE id = ? AND phase = 'preparing'").run(importId);
}
