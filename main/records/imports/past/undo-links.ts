import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import { MAY_HAVE_ARRIVED_SQL } from "../batches/standing.ts";

/** Which imports take which back. */
export interface UndoLinks {
  readonly undoneBy: readonly number[];
  readonly undoes: number | null;
}

export function readUndoLinks(db: Database, importId: number): UndoLinks {
  const undoing = column<[importId: number], number>(
    db,
    `SELECT id FROM imports
     WHERE undoes_import_id = ? AND phase = 'queued' AND state <> 'cancelled' ORDER BY id`,
  );
  // What was undone by an import that was itself undone stands again.
  const undoneBy = (id: number): readonly number[] =>
    undoing.all(id).filter((each) => undoneBy(each).length === 0);
  const undoes = column<[importId: number], number | null>(
    db,
    "SELECT undoes_import_id FROM imports WHERE id = ?",
  );
  return { undoneBy: undoneBy(importId), undoes: undoes.get(importId) ?? null };
}

/** Whether nothing of an import is left to be taken back: it is gone, undone, or never arrived. */
export function isNothingLeft(db: Database, importId: number): boolean {
  const left = column<[importId: number], number>(
    db,
    `SELECT 1 FROM imports WHERE id = ? AND reverted = 0
       AND (finished_at IS NULL OR state NOT IN ('rejected', 'cancelled')
         OR EXISTS (SELECT 1 FROM batches WHERE import_id = imports.id AND ${MAY_HAVE_ARRIVED_SQL}))`,
  );
  return left.get(importId) === undefined;
}

/** Keeps whether all that an import left at the platform is undone there. */
export function writeReverted(db: Database, importId: number, reverted: boolean): void {
  statement<[reverted: number, importId: number]>(
    db,
    "UPDATE imports SET reverted = ? WHERE id = ?",
  ).run(Number(reverted), importId);
}

/** A batch of which a request was begun, with the counts of its last reply. */
export interface TriedBatch {
  readonly id: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly rows: number;
  readonly created: number | null;
  readonly updated: number | null;
}

/** In the order of sending. */
export function triedBatches(db: Database, importId: number): readonly TriedBatch[] {
  return statement<[importId: number], TriedBatch>(
    db,
    `SELECT id, first_row AS firstRow, last_row AS lastRow, row_count AS rows,
       created_count AS created, updated_count AS updated
     FROM batches WHERE import_id = ? AND attempts > 0 ORDER BY position`,
  ).all(importId);
}
