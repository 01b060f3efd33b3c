import type { Database } from "../../common/sqlite/database.ts";
import { column, type Statement, statement } from "../../common/sqlite/statement.ts";
import { isProcessAlive } from "../../common/system/process-alive.ts";
import { type EntryWords, readEntries, sortEntries } from "./entries.ts";
import { blocksOf } from "./lookup.ts";
import { openRun, type Run, readyRuns, writeRun } from "./runs.ts";

/** How many runs of a level are merged into one of the next, so that a search reads some dozens at most. */
const MERGE_RUNS = 16;
/** Blocks of a merged run at most: 64 MiB of entries in memory while merging. */
const MAX_BLOCKS = 16_384;
/** Blocks deleted in one step. */
const STEP_BLOCKS = 500;

/**
 * Merges runs where enough of a level have gathered and clears away what merges left. Synchronous;
 * for the process that has just queued an import, after the import is visible.
 */
export function tidyCustomers(db: Database): void {
  for (let group = nextGroup(db); group !== null; group = nextGroup(db)) {
    if (!merge(db, group)) break;
  }
  removeDead(db);
}

function nextGroup(db: Database): readonly Run[] | null {
  const runs = readyRuns(db);
  for (const level of new Set(runs.map((run) => run.level))) {
    const group = runs.filter((run) => run.level === level).slice(0, MERGE_RUNS);
    const blocks = group.reduce((sum, run) => sum + run.blocks, 0);
    if (group.length === MERGE_RUNS && blocks <= MAX_BLOCKS) return group;
  }
  return null;
}

/** @returns false where another process changed the runs meanwhile; what was built is left */
function merge(db: Database, group: readonly Run[]): boolean {
  const level = Math.max(...group.map((run) => run.level)) + 1;
  const merged = writeRun(db, sortEntries(joined(db, group)), { importId: null, level });
  const unchanged = column<[id: number, changes: number], 1>(
    db,
    "SELECT 1 FROM customer_runs WHERE id = ? AND state = 'ready' AND changes = ?",
  );
  const retire = retiring(db);
  const swap = db.transaction(() => {
    if (!group.every((run) => unchanged.get(run.id, run.changes) === 1)) return false;
    for (const run of group) retire.run(run.id);
    openRun(db, merged);
    return true;
  });
  const done = swap.immediate();
  if (!done) retire.run(merged);
  return done;
}

/** Takes a run out of what is searched. */
function retiring(db: Database): Statement<[id: number]> {
  return statement(db, "UPDATE customer_runs SET state = 'removed' WHERE id = ?");
}

function joined(db: Database, group: readonly Run[]): EntryWords {
  const parts = group.flatMap((run) =>
    [...blocksOf(db, run.id)].map(({ entries }) => readEntries(entries)),
  );
  const all = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Runs that were merged, and those whose merging process died. */
function removeDead(db: Database): void {
  const building = statement<[], { readonly id: number; readonly pid: number }>(
    db,
    "SELECT id, pid FROM customer_runs WHERE state = 'building' AND import_id IS NULL",
  ).all();
  const abandon = retiring(db);
  for (const { id, pid } of building) if (!isProcessAlive(pid)) abandon.run(id);
  const blocks = statement<[number]>(
    db,
    `DELETE FROM customer_blocks WHERE rowid IN (
       SELECT rowid FROM customer_blocks WHERE run_id = ? LIMIT ${STEP_BLOCKS})`,
  );
  const removed = column<[], number>(
    db,
    "SELECT id FROM customer_runs WHERE state = 'removed'",
  ).all();
  const remove = statement<[number]>(db, "DELETE FROM customer_runs WHERE id = ?");
  for (const id of removed) {
    while (blocks.run(id).changes > 0);
    remove.run(id);
  }
}
