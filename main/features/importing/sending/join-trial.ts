import type { Database } from "../../../common/sqlite/database.ts";
import { createServerIndex } from "../../../records/customers/server-index.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import { createImportTally } from "../../../records/imports/import-tally.ts";
import type { Vault } from "../../../records/vault/vault.ts";

interface Joined {
  readonly address: string;
  readonly accountId: string;
  readonly queuedOrder: number;
}

/** What has to be the same for two parts of a list to be one import. */
const SAME = ["address", "account_id", "connection_id", "mapping", "options", "output"] as const;

/**
 * Inside the transaction that makes the rest of a list visible: the rest becomes part of the import
 * that was its trial, so that the list is one import with one number. Not where the trial's rows go
 * out with the rest again, where it was taken back, where the rest goes elsewhere or is made
 * otherwise, and where a later import has reached the trial's customers meanwhile: then what came
 * first would not show any more.
 * @returns the import that the rest is part of now
 */
export function joinTrial(
  db: Database,
  vault: Vault,
  parts: { readonly trialId: number; readonly restId: number; readonly stagingId: number },
): number {
  const { trialId, restId } = parts;
  if (!mayJoin(db, vault, parts)) return restId;
  const distinct = db
    .prepare(
      `SELECT NOT EXISTS (SELECT 1 FROM staged_problems
         WHERE staging_id = ? AND code LIKE 'repeated-%')`,
    )
    .pluck()
    .get(parts.stagingId) as 0 | 1;
  const ids = { trialId, restId };
  const move = (table: string, set = "import_id = @trialId") =>
    db.prepare(`UPDATE ${table} SET ${set} WHERE import_id = @restId`).run(ids);
  move(
    "batches",
    `import_id = @trialId,
     position = position + (SELECT max(position) FROM batches WHERE import_id = @trialId)`,
  );
  for (const table of ["customer_runs", "import_problems", "import_leftovers"]) move(table);
  const draftOf = db.prepare("SELECT draft_id FROM imports WHERE id = ?").pluck();
  const draftId = draftOf.get(restId) as number | null;
  db.prepare("UPDATE imports SET draft_id = NULL WHERE id = ?").run(restId);
  db.prepare(
    `UPDATE imports SET
       rows_total = imports.rows_total + rest.rows_total,
       batches_total = imports.batches_total + rest.batches_total,
       batches_open = imports.batches_open + rest.batches_open,
       distinct_keys = imports.distinct_keys AND rest.distinct_keys AND @distinct,
       checked = json_set(rest.checked, '$.toSend', imports.rows_total + rest.rows_total),
       columns = rest.columns, draft_id = @draftId, queued_order = rest.queued_order, started_at = rest.started_at
     FROM imports AS rest WHERE imports.id = @trialId AND rest.id = @restId`,
  ).run({ ...ids, distinct, draftId });
  // It is one change to be taken back, the one of now.
  db.prepare("DELETE FROM undo_groups WHERE import_id = ?").run(trialId);
  db.prepare("DELETE FROM imports WHERE id = ?").run(restId);
  createImportTally(db).refresh(trialId, false, Date.now());
  return trialId;
}

function mayJoin(
  db: Database,
  vault: Vault,
  { trialId, restId }: { readonly trialId: number; readonly restId: number },
): boolean {
  const same = SAME.map((column) => `trial.${column} IS rest.${column}`).join(" AND ");
  const joined = db
    .prepare(
      `SELECT trial.address, trial.account_id AS accountId, trial.queued_order AS queuedOrder
       FROM imports AS trial JOIN imports AS rest ON rest.id = @restId
       WHERE trial.id = @trialId AND trial.rows_kept = 1 AND trial.rows_forgotten = 0 AND ${same}
         AND NOT EXISTS (SELECT 1 FROM batches
           WHERE import_id = @trialId AND (released = 1 OR state IN ('rejected', 'cancelled')))
         AND NOT EXISTS (SELECT 1 FROM imports
           WHERE undoes_import_id = @trialId AND phase = 'queued' AND state <> 'cancelled')
         AND NOT EXISTS (SELECT 1 FROM undo_marks JOIN batches ON batches.id = batch_id
           WHERE import_id = @trialId)`,
    )
    .get({ trialId, restId }) as Joined | undefined;
  return joined !== undefined && !wasReachedSince(db, vault, trialId, joined);
}

/** Whether a later import may have written over what the trial sent. */
function wasReachedSince(
  db: Database,
  vault: Vault,
  trialId: number,
  { address, accountId, queuedOrder }: Joined,
): boolean {
  const later = new Set(
    db
      .prepare(
        `SELECT batches.id FROM imports JOIN batches ON import_id = imports.id
         WHERE account_id = ? AND address IN (?, '') AND queued_order > ?
           AND phase = 'queued' AND NOT (batches.state = 'cancelled' AND attempts = 0)`,
      )
      .pluck()
      .all(accountId, address, queuedOrder) as number[],
  );
  if (later.size === 0) return false;
  const keys = trialBatches(db, trialId).flatMap((id) => keysOf(db, vault, id));
  const found = createServerIndex(db, vault, { address, accountId }).find(keys);
  return [...found.values()].some((ids) => ids.some((id) => later.has(id)));
}

function trialBatches(db: Database, trialId: number): readonly number[] {
  return db.prepare("SELECT id FROM batches WHERE import_id = ?").pluck().all(trialId) as number[];
}

function keysOf(db: Database, vault: Vault, batchId: number): readonly string[] {
  const { fields = [], rows = [] } = readPayload(db, vault, batchId) ?? {};
  const places = (["code", "card_number", "email"] as const).map((field) => fields.indexOf(field));
  return rows.flatMap(({ values }) => places.map((place) => values[place] ?? ""));
}
