import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import { MAY_HAVE_ARRIVED_SQL } from "../batches/standing.ts";

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

/**
 * Batches that went to a batch's server after it in the order of sending, and of which anything may
 * have arrived. Those of which it is not known where they went count as well.
 */
export const LATER_SQL = `SELECT batches.id
  FROM batches AS own
  JOIN imports AS first ON first.id = own.import_id
  JOIN imports AS later ON later.account_id = first.account_id
    AND later.address IN (first.address, '') AND later.queued_order >= first.queued_order
  JOIN batches ON batches.import_id = later.id
  WHERE own.id = ? AND batches.attempts > 0
    AND (later.id <> first.id OR batches.position > own.position)
    AND (batches.state IN ('accepted', 'uncertain') OR ${MAY_HAVE_ARRIVED_SQL})`;

export function createLaterBatches(db: Database): (batchId: number) => readonly number[] {
  const later = column<[batchId: number], number>(db, LATER_SQL);
  return (batchId) => later.all(batchId);
}
