import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** Batches removed per transaction; each holds up to a megabyte. */
const BATCHES_AT_ONCE = 50;

/** An import that is not visible yet, and the process that writes it. */
export interface PreparingImport {
  readonly id: number;
  readonly pid: number;
  readonly startedAt: number;
}

export function readPreparing(db: Database): readonly PreparingImport[] {
  return statement<[], PreparingImport>(
    db,
    "SELECT id, pid, started_at AS startedAt FROM imports WHERE phase = 'preparing'",
  ).all();
}

/** How many imports are being prepared for a connection. */
export function countPreparing(db: Database, connectionId: number): number {
  return (
    column<[connectionId: number], number>(
      db,
      "SELECT count(*) FROM imports WHERE phase = 'preparing' AND connection_id = ?",
    ).get(connectionId) ?? 0
  );
}

/**
 * Removes an import that is still being prepared, in small transactions. Yields after each, before
 * the import's own row goes.
 */
export function* removePreparingInSteps(db: Database, importId: number): Generator<void> {
  const some = statement<[importId: number]>(
    db,
    `DELETE FROM batches WHERE id IN (
       SELECT batches.id FROM batches JOIN imports ON imports.id = batches.import_id
       WHERE imports.id = ? AND imports.phase = 'preparing' LIMIT ${BATCHES_AT_ONCE})`,
  );
  while (some.run(importId).changes > 0) yield;
  statement<[importId: number]>(db, "DELETE FROM imports WHERE id = ? AND phase = 'preparing'").run(
    importId,
  );
}
