import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** A batch that has not gone out with the campaigns that it has now. */
export interface UnsentBatch {
  readonly id: number;
  readonly attempts: number;
  /** JSON; null: the import's own. */
  readonly campaigns: string | null;
}

/** Those of an import's batches that wait or were rejected and not settled. */
export function unsentBatches(db: Database, importId: number): readonly UnsentBatch[] {
  return statement<[importId: number], UnsentBatch>(
    db,
    `SELECT id, attempts, campaigns FROM batches
     WHERE import_id = ? AND state IN ('queued', 'waiting', 'rejected') AND settled = 0
     ORDER BY position`,
  ).all(importId);
}

/** Writes into which campaigns a batch goes; its rows stay as they are. */
export function createCampaignWriter(
  db: Database,
): (batchId: number, campaigns: string | null) => void {
  const write = statement<[campaigns: string | null, batchId: number]>(
    db,
    "UPDATE batches SET campaigns = ? WHERE id = ?",
  );
  return (batchId, campaigns) => write.run(campaigns, batchId);
}

/**
 * The campaigns that an import's rows went into last: its own, unless others were chosen for some
 * because the platform refused those.
 */
export function lastCampaigns(db: Database, importId: number): readonly string[] {
  const json = column<[importId: number], string>(
    db,
    `SELECT ifnull((SELECT campaigns FROM batches WHERE import_id = imports.id
         AND campaigns IS NOT NULL ORDER BY position DESC LIMIT 1), options -> '$.campaigns')
     FROM imports WHERE id = ?`,
  ).get(importId);
  return json === undefined ? [] : (JSON.parse(json) as readonly string[]);
}
