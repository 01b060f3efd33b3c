import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../../../common/sqlite/database.ts";
import { isProcessAlive, processStartedAt } from "../../../common/system/process-alive.ts";
import {
  readPreparing,
  removePreparingInSteps,
} from "../../../records/imports/creating/preparing.ts";

/** No import takes this long to prepare: its process is gone and the number taken over. */
const MAX_PREPARING_MS = 24 * 60 * 60 * 1000;

/**
 * Removes imports whose preparing process died before they became visible. Nobody was told of
 * them: the draft or file that they came from is still there. In small transactions, each with a
 * turn of the event loop after it; a sweep that was stopped goes on the next time.
 * @returns how many were removed
 */
export async function sweepPreparing(
  db: Database,
  { now = Date.now(), signal }: SweepOptions = {},
): Promise<number> {
  const abandoned = readPreparing(db).filter(
    ({ pid, startedAt }) =>
      !isProcessAlive(pid) ||
      now - startedAt > MAX_PREPARING_MS ||
      (pid === process.pid && startedAt < processStartedAt() - 1000),
  );
  let removed = 0;
  for (const { id } of abandoned) {
    for (const _ of removePreparingInSteps(db, id)) {
      await nextTurn();
      if (signal?.aborted === true || !db.open) return removed;
    }
    removed += 1;
  }
  return removed;
}

interface SweepOptions {
  readonly now?: number;
  /** Stops after the step under way. */
  readonly signal?: AbortSignal;
}

/** Removes one import that is still being prepared, in small transactions. */
export function removePreparing(db: Database, importId: number): void {
  for (const _ of removePreparingInSteps(db, importId));
}
