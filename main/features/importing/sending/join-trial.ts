import type { Database } from "../../../common/sqlite/database.ts";
import { createServerIndex } from "../../../records/customers/server-index.ts";
import { batchIdsOf } from "../../../records/imports/batches/batch-ids.ts";
import { readPayload } from "../../../records/imports/batches/sealed-parts.ts";
import {
  batchesSince,
  type JoinableTrial,
  joinableTrial,
  joinImports,
} from "../../../records/imports/creating/join-imports.ts";
import { createImportTally } from "../../../records/imports/import-tally.ts";
import type { Vault } from "../../../records/vault/vault.ts";

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
  parts: { readonly trialId: number; readonly restId: number },
): number {
  const { trialId, restId } = parts;
  if (!mayJoin(db, vault, parts)) return restId;
  joinImports(db, { trialId, restId });
  createImportTally(db).refresh(trialId, false, Date.now());
  return trialId;
}

function mayJoin(
  db: Database,
  vault: Vault,
  { trialId, restId }: { readonly trialId: number; readonly restId: number },
): boolean {
  const trial = joinableTrial(db, { trialId, restId });
  return trial !== undefined && !wasReachedSince(db, vault, trialId, trial);
}

/** Whether a later import may have written over what the trial sent. */
function wasReachedSince(
  db: Database,
  vault: Vault,
  trialId: number,
  trial: JoinableTrial,
): boolean {
  const later = new Set(batchesSince(db, trial));
  if (later.size === 0) return false;
  const { address, accountId } = trial;
  const keys = batchIdsOf(db, trialId).flatMap((id) => keysOf(db, vault, id));
  const found = createServerIndex(db, vault, { address, accountId }).find(keys);
  return [...found.values()].some((ids) => ids.some((id) => later.has(id)));
}

function keysOf(db: Database, vault: Vault, batchId: number): readonly string[] {
  const { fields = [], rows = [] } = readPayload(db, vault, batchId) ?? {};
  const places = (["code", "card_number", "email"] as const).map((field) => fields.indexOf(field));
  return rows.flatMap(({ values }) => places.map((place) => values[place] ?? ""));
}
