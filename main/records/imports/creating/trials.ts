import type { ImportState } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";

/** Marks an import's batches as those of a trial. */
export function markTrial(db: Database, importId: number): void {
  statement<[importId: number]>(db, "UPDATE batches SET trial = 1 WHERE import_id = ?").run(
    importId,
  );
}

/** Where a trial stands; undefined for one that is gone. */
export function trialState(
  db: Database,
  importId: number,
): { readonly state: ImportState; readonly finishedAt: number | null } | undefined {
  return statement<[importId: number], { state: ImportState; finishedAt: number | null }>(
    db,
    "SELECT state, finished_at AS finishedAt FROM imports WHERE id = ?",
  ).get(importId);
}

/** A trial's batch that did not arrive, with the draft of the list. */
export interface LostBatch {
  readonly draftId: number;
  readonly batchId: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Batches of trials that are over, were rejected or cancelled and are not released. */
export function lostBatches(db: Database): readonly LostBatch[] {
  return statement<[], LostBatch>(
    db,
    `SELECT drafts.id AS draftId, batches.id AS batchId,
       first_row AS firstRow, last_row AS lastRow
     FROM drafts JOIN imports ON imports.id = drafts.trial_import_id
     JOIN batches ON batches.import_id = imports.id
     WHERE imports.finished_at IS NOT NULL AND batches.state IN ('rejected', 'cancelled')
       AND batches.released = 0`,
  ).all();
}

/** A batch whose rows go out with another one: it never goes again. */
export function releaseBatch(db: Database, batchId: number): void {
  statement<[batchId: number]>(
    db,
    "UPDATE batches SET released = 1, settled = (state = 'rejected') WHERE id = ?",
  ).run(batchId);
}
