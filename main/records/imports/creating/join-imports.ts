import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** Two parts of one list, each an import of its own. */
export interface ImportParts {
  readonly trialId: number;
  readonly restId: number;
}

/** What the import of a trial goes to, and when it was queued. */
export interface JoinableTrial {
  readonly address: string;
  readonly accountId: string;
  readonly queuedOrder: number;
}

/** What has to be the same for two parts of a list to be one import. */
const SAME = ["address", "account_id", "connection_id", "mapping", "options", "output"] as const;

/** undefined where something of the trial was taken back or lost, or where the parts differ. */
export function joinableTrial(db: Database, parts: ImportParts): JoinableTrial | undefined {
  const same = SAME.map((name) => `trial.${name} IS rest.${name}`).join(" AND ");
  return statement<ImportParts, JoinableTrial>(
    db,
    `SELECT trial.address, trial.account_id AS accountId, trial.queued_order AS queuedOrder
     FROM imports AS trial JOIN imports AS rest ON rest.id = @restId
     WHERE trial.id = @trialId AND trial.rows_kept = 1 AND trial.rows_forgotten = 0 AND ${same}
       AND NOT EXISTS (SELECT 1 FROM batches
         WHERE import_id = @trialId AND (released = 1 OR state IN ('rejected', 'cancelled')))
       AND NOT EXISTS (SELECT 1 FROM imports
         WHERE undoes_import_id = @trialId AND phase = 'queued' AND state <> 'cancelled')
       AND NOT EXISTS (SELECT 1 FROM undo_marks JOIN batches ON batches.id = batch_id
         WHERE import_id = @trialId)`,
  ).get(parts);
}

/** Batches that went, may have gone or go to the same server after a trial was queued. */
export function batchesSince(db: Database, trial: JoinableTrial): readonly number[] {
  return column<JoinableTrial, number>(
    db,
    `SELECT batches.id FROM imports JOIN batches ON import_id = imports.id
     WHERE account_id = :accountId AND address IN (:address, '') AND queued_order > :queuedOrder
       AND phase = 'queued' AND NOT (batches.state = 'cancelled' AND attempts = 0)`,
  ).all(trial);
}

/**
 * Makes the rest of a list part of its trial's import; inside a transaction. The counts by state
 * are to be refreshed afterwards.
 */
export function joinImports(db: Database, ids: ImportParts): void {
  const move = (table: string, set = "import_id = @trialId") =>
    statement<ImportParts>(db, `UPDATE ${table} SET ${set} WHERE import_id = @restId`).run(ids);
  move(
    "batches",
    `import_id = @trialId,
     position = position + (SELECT max(position) FROM batches WHERE import_id = @trialId)`,
  );
  for (const table of ["customer_runs", "import_problems", "import_leftovers"]) move(table);
  const { restId, trialId } = ids;
  const draftOf = column<[importId: number], number | null>(
    db,
    "SELECT draft_id FROM imports WHERE id = ?",
  );
  const draftId = draftOf.get(restId) ?? null;
  statement<[importId: number]>(db, "UPDATE imports SET draft_id = NULL WHERE id = ?").run(restId);
  statement<ImportParts & { readonly draftId: number | null }>(
    db,
    `UPDATE imports SET
       rows_total = imports.rows_total + rest.rows_total,
       batches_total = imports.batches_total + rest.batches_total,
       batches_open = imports.batches_open + rest.batches_open,
       checked = json_set(rest.checked, '$.toSend', imports.rows_total + rest.rows_total),
       columns = rest.columns, draft_id = @draftId, queued_order = rest.queued_order,
       started_at = rest.started_at
     FROM imports AS rest WHERE imports.id = @trialId AND rest.id = @restId`,
  ).run({ ...ids, draftId });
  // Sending both is one change to be taken back: the entry of now stays, the trial's goes.
  statement<[importId: number]>(db, "DELETE FROM undo_groups WHERE import_id = ?").run(trialId);
  statement<[importId: number]>(db, "DELETE FROM imports WHERE id = ?").run(restId);
}
