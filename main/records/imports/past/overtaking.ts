import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** An import that puts earlier values back, as its batches need to know it. */
export interface RestoreRecord {
  readonly importId: number;
  readonly undoes: number;
  readonly address: string;
  readonly account: string;
  readonly comparedAt: number;
}

/** Batches of imports that were queued after a restore was made and have gone out before it. */
export const OVERTAKING_SQL = `SELECT batches.id FROM imports JOIN batches ON import_id = imports.id
  WHERE address IN (:address, '') AND account_id = :account AND queued_order > :comparedAt AND undoes_import_id IS NOT :undoes
    AND imports.id <> :importId AND attempts > 0`;

export interface Overtaking {
  /** undefined for a batch that puts nothing back. */
  restoreOf(batchId: number): RestoreRecord | undefined;
  batchesSince(restore: RestoreRecord): readonly number[];
}

export function createOvertaking(db: Database): Overtaking {
  const restoreOf = statement<[batchId: number], RestoreRecord>(
    db,
    `SELECT imports.id AS importId, undoes_import_id AS undoes, address,
       account_id AS account, queued_order AS comparedAt
     FROM batches JOIN imports ON imports.id = import_id
     WHERE batches.id = ? AND undoes_import_id IS NOT NULL`,
  );
  const since = column<RestoreRecord, number>(db, OVERTAKING_SQL);
  return {
    restoreOf: (batchId) => restoreOf.get(batchId),
    batchesSince: (restore) => since.all(restore),
  };
}
