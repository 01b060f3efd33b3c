import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** The note that a person undid one undo state of a batch in the admin pages. */
export interface UndoMark {
  readonly arrival: number;
  readonly by: string;
  readonly at: number;
}

/** A mark with its batch and its place among the attempts to send. */
export interface PlacedUndoMark extends UndoMark {
  readonly batchId: number;
  readonly order: number;
}

export function createUndoMarkReader(db: Database): (batchId: number) => readonly UndoMark[] {
  const read = statement<[batchId: number], UndoMark>(
    db,
    "SELECT arrival, done_by AS by, done_at AS at FROM undo_marks WHERE batch_id = ?",
  );
  return (batchId) => read.all(batchId);
}

/** Where a mark stands among the attempts to send; undefined where there is none. */
export function createUndoMarkOrder(
  db: Database,
): (batchId: number, arrival: number) => number | undefined {
  const read = column<[batchId: number, arrival: number], number>(
    db,
    "SELECT done_order FROM undo_marks WHERE batch_id = ? AND arrival = ?",
  );
  return (batchId, arrival) => read.get(batchId, arrival);
}

/** Writes marks, or takes them away. Inside a transaction. */
export function writeUndoMarks(
  db: Database,
  marks: readonly PlacedUndoMark[],
  done: boolean,
): void {
  const insert = statement<PlacedUndoMark>(
    db,
    `INSERT INTO undo_marks (batch_id, arrival, done_by, done_at, done_order)
     VALUES (:batchId, :arrival, :by, :at, :order) ON CONFLICT DO NOTHING`,
  );
  const remove = statement<[batchId: number, arrival: number]>(
    db,
    "DELETE FROM undo_marks WHERE batch_id = ? AND arrival = ?",
  );
  for (const { batchId, arrival, by, at, order } of marks) {
    if (done) insert.run({ batchId, arrival, by, at, order });
    else remove.run(batchId, arrival);
  }
}
