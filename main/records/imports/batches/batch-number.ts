import type { Database } from "../../../common/sqlite/database.ts";
import { column } from "../../../common/sqlite/statement.ts";

/**
 * The number by which people know a batch of `batches`: its place among those of its import, from 1.
 * Positions only keep the order: where batches were divided, there is room between them.
 */
export const NUMBER_SQL = `(SELECT count(*) FROM batches AS others
  WHERE others.import_id = batches.import_id AND others.position <= batches.position)`;

export function batchNumber(db: Database, batchId: number): number {
  const read = column<[batchId: number], number>(
    db,
    `SELECT ${NUMBER_SQL} FROM batches WHERE id = ?`,
  );
  return read.get(batchId) ?? 0;
}

interface Placed {
  readonly importId: number;
  readonly position: number;
}

/**
 * Numbers batches that stand in the order of import and position, not all of an import: each from
 * the one before it, as to count from the import's first would take long for the last of many.
 */
export function createNumbering(
  db: Database,
): <T extends Placed>(batches: readonly T[]) => readonly T[] {
  const between = column<[importId: number, after: number, upTo: number], number>(
    db,
    "SELECT count(*) FROM batches WHERE import_id = ? AND position > ? AND position <= ?",
  );
  return (batches) => {
    let last = { importId: 0, position: 0, number: 0 };
    return batches.map((each) => {
      const { importId, position } = each;
      if (importId !== last.importId) last = { importId, position: 0, number: 0 };
      const number = last.number + (between.get(importId, last.position, position) ?? 0);
      last = { importId, position, number };
      return { ...each, position: number };
    });
  };
}
