import type { BatchState } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

const OPEN = "('queued', 'waiting', 'sending')";
/** About which something is to be done, by the program or by a person. */
const UNDECIDED = `state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain') AND settled = 0`;

/** All batches that wait or are on their way. */
export function countOpen(db: Database): number {
  const sum = column<[], number>(db, "SELECT ifnull(sum(batches_open), 0) FROM imports");
  return sum.get() ?? 0;
}

/** An import's batches in some states. */
export function countInStates(
  db: Database,
  importId: number,
  states: readonly BatchState[],
): number {
  const count = column<[importId: number, states: string], number>(
    db,
    `SELECT count(*) FROM batches
     WHERE import_id = ? AND state IN (SELECT value FROM json_each(?))`,
  );
  return count.get(importId, JSON.stringify(states)) ?? 0;
}

/** What of an import waits to be sent. */
export function unsentOf(
  db: Database,
  importId: number,
): { readonly batches: number; readonly rows: number } {
  const found = statement<[importId: number], { batches: number; rows: number }>(
    db,
    `SELECT count(*) AS batches, ifnull(sum(row_count), 0) AS rows FROM batches
     WHERE import_id = ? AND state IN ('queued', 'waiting')`,
  ).get(importId);
  return found ?? { batches: 0, rows: 0 };
}

/** The batches that are to be sent, by id. */
export function openBatches(db: Database): readonly number[] {
  return column<[], number>(
    db,
    `SELECT batches.id FROM batches JOIN imports ON imports.id = import_id
     WHERE batches.state IN ${OPEN} AND imports.phase = 'queued'`,
  ).all();
}

/** How many of these batches still wait or are on their way. */
export function countOpenAmong(db: Database, ids: readonly number[]): number {
  const count = column<[ids: string], number>(
    db,
    `SELECT count(*) FROM batches WHERE id IN (SELECT value FROM json_each(?))
       AND state IN ${OPEN}`,
  );
  return count.get(JSON.stringify(ids)) ?? 0;
}

/** Batches of a connection that are not over. */
export function countUndecided(db: Database, connectionId: number): number {
  const count = column<[connectionId: number], number>(
    db,
    `SELECT count(*) FROM batches WHERE connection_id = ? AND ${UNDECIDED}`,
  );
  return count.get(connectionId) ?? 0;
}

/** All batches that are not over, of imports that are seen. */
export function countAllUndecided(db: Database): number {
  const count = column<[], number>(
    db,
    `SELECT count(*) FROM batches WHERE ${UNDECIDED}
       AND import_id NOT IN (SELECT id FROM imports WHERE phase = 'preparing')`,
  );
  return count.get() ?? 0;
}

/** Whether anything waits over a connection; by the index, as it is asked for every list. */
export function hasOpenImports(db: Database, connectionId: number): boolean {
  const found = column<[connectionId: number], 0 | 1>(
    db,
    `SELECT EXISTS (SELECT 1 FROM imports INDEXED BY imports_to_send
       WHERE connection_id = ? AND phase = 'queued' AND batches_open > 0)`,
  );
  return found.get(connectionId) === 1;
}
