import type { FieldName } from "../../../../preload/fields.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { column } from "../../../common/sqlite/statement.ts";

/** An import's batches in the order of sending. */
export function batchIdsOf(db: Database, importId: number): readonly number[] {
  return column<[importId: number], number>(
    db,
    "SELECT id FROM batches WHERE import_id = ? ORDER BY position",
  ).all(importId);
}

/** The import that a batch belongs to; undefined for a batch that is gone. */
export function createImportOfBatch(db: Database): (batchId: number) => number | undefined {
  const read = column<[batchId: number], number>(db, "SELECT import_id FROM batches WHERE id = ?");
  return (batchId) => read.get(batchId);
}

/** The imports that these batches belong to. */
export function importsOfBatches(db: Database, ids: readonly number[]): readonly number[] {
  return column<[ids: string], number>(
    db,
    "SELECT DISTINCT import_id FROM batches WHERE id IN (SELECT value FROM json_each(?))",
  ).all(JSON.stringify(ids));
}

/** Those of an import's batches whose rows are kept. */
export function batchesWithRows(db: Database, importId: number): ReadonlySet<number> {
  const kept = column<[importId: number], number>(
    db,
    "SELECT id FROM batches JOIN batch_rows ON batch_id = batches.id WHERE import_id = ?",
  );
  return new Set(kept.all(importId));
}

/** Batches whose rows are kept, of imports that sent a field, newest first. */
export function batchesWithField(
  db: Database,
  field: FieldName,
  connectionId: number | null,
): readonly number[] {
  return column<{ readonly field: string; readonly connectionId: number | null }, number>(
    db,
    `SELECT batches.id FROM batch_rows CROSS JOIN batches ON batches.id = batch_id
     CROSS JOIN imports ON imports.id = import_id
     WHERE imports.phase = 'queued' AND instr(imports.mapping, :field) > 0
       AND (:connectionId IS NULL OR batches.connection_id = :connectionId)
     ORDER BY batch_id DESC`,
  ).all({ field: `"${field}"`, connectionId });
}
