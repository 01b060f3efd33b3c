import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../../common/sqlite/database.ts";
import { beginUnsynced } from "../../common/sqlite/unsynced.ts";
import { isProcessAlive } from "../../common/system/process-alive.ts";
import { dropStaging } from "../../records/drafts/stagings.ts";

/** Chunks and problems that one step deletes: a step holds the event loop for milliseconds. */
const STEP_CHUNKS = 50;
const STEP_PROBLEMS = 2_000;

/**
 * At start, and after a process of ours has ended badly: what dead processes left behind goes.
 * A finished staging without a draft belongs to a command that is still running, or to nobody.
 */
export async function sweepStagings(db: Database): Promise<void> {
  const open = db
    .prepare(
      `SELECT id, pid FROM stagings
       WHERE state = 'running' OR (state = 'done' AND draft_id IS NULL)`,
    )
    .all() as { id: number; pid: number }[];
  for (const { id, pid } of open) if (!isProcessAlive(pid)) dropStaging(db, id);
  await purgeStagings(db);
}

/**
 * Deletes what is out of force, in small steps with turns of the event loop between them. None waits
 * for the disk: what a loss of power brings back is still out of force, and goes the next time.
 */
export async function purgeStagings(db: Database): Promise<void> {
  while (db.open && purgeStep(db)) await nextTurn();
}

/** One step; false when nothing is left to do. */
function purgeStep(db: Database): boolean {
  const id = db.prepare("SELECT min(id) FROM stagings WHERE state = 'removed'").pluck().get() as
    | number
    | null;
  if (id === null) return false;
  const endUnsynced = beginUnsynced(db);
  const step = db.transaction(() => {
    const rest =
      deleteSome(db, "staged_chunks", "chunk", id, STEP_CHUNKS) +
      deleteSome(db, "staged_problems", "row_index", id, STEP_PROBLEMS);
    if (rest === 0) db.prepare("DELETE FROM stagings WHERE id = ?").run(id);
  });
  try {
    step.immediate();
  } finally {
    endUnsynced();
  }
  return true;
}

function deleteSome(
  db: Database,
  table: "staged_chunks" | "staged_problems",
  column: "chunk" | "row_index",
  stagingId: number,
  limit: number,
): number {
  const { changes } = db
    .prepare(
      `DELETE FROM ${table} WHERE staging_id = :id AND ${column} IN
         (SELECT ${column} FROM ${table} WHERE staging_id = :id ORDER BY ${column} LIMIT :limit)`,
    )
    .run({ id: stagingId, limit });
  return changes;
}
