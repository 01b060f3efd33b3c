import type { ImportDetail } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readBatches, toBatchSummary } from "../../records/imports/batches/batch-record.ts";
import { createReasonReader } from "../../records/imports/batches/reason.ts";
import { readSetup } from "../../records/imports/import-record.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** @throws AppError "not-found" */
export function getImport(db: Database, vault: Vault, importId: number): ImportDetail {
  const { summary, ...setup } = readSetup(db, importId);
  const reasonOf = createReasonReader(vault);
  const batches = readBatches(db, importId).map((record) =>
    toBatchSummary(vault, record, reasonOf),
  );
  const trialOf = db.prepare("SELECT id FROM drafts WHERE trial_import_id = ?").pluck();
  const draftId = trialOf.get(importId) as number | undefined;
  return { ...summary, ...setup, batches, trialOf: draftId ?? null };
}
