import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { readChunk, readStatus } from "../../../records/drafts/chunks.ts";
import { createDraftStore } from "../../../records/drafts/draft-store.ts";
import { getStaging, stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { LEFT_OUT, willBeSent } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { makeRestoreDrafts } from "../make-drafts.ts";
import { prepareRestores } from "../prepare.ts";
import { restoreKey, restoreRow } from "./restore-row.ts";
import { walkUndo } from "./walk.ts";

/**
 * Before a restore is sent that has lain for a while: what another import has done since is not
 * overwritten. Where anything has changed, the restores are prepared anew for the person to look at.
 * @throws AppError restore-changed | restore-moved where the draft itself is gone for others |
 * restore-gone where nothing is left to be put back; as `prepareRestores`
 */
export function recheckRestore(
  db: Database,
  vault: Vault,
  about: { readonly importId: number; readonly draftId: number; readonly stagingId: number },
): void {
  const stale = countStale(db, vault, about);
  if (stale === 0) return;
  const { importId } = about;
  const leaveOut = leftOutKeys(db, vault, importId);
  const restores = prepareRestores(db, vault, importId, leaveOut);
  const draftIds = makeRestoreDrafts(db, vault, importId, restores);
  if (draftIds.includes(about.draftId)) {
    throw new AppError("restore-changed", { params: { count: stale } });
  }
  throw new AppError(draftIds.length > 0 ? "restore-moved" : "restore-gone");
}

/** Rows to be sent that would not be prepared like that now. */
function countStale(
  db: Database,
  vault: Vault,
  { importId, stagingId }: { readonly importId: number; readonly stagingId: number },
): number {
  const { fields } = getStaging(db, stagingId);
  const now = currentValues(db, vault, importId);
  let stale = 0;
  for (const { values, status } of preparedRows(db, vault, stagingId)) {
    if (!willBeSent(status)) continue;
    const known = now.get(restoreKey(fields, values));
    const same = fields.every((field, at) => at === 0 || known?.get(field) === values[at]);
    if (!same) stale += 1;
  }
  return stale;
}

type Values = ReadonlyMap<string, string>;

function currentValues(db: Database, vault: Vault, importId: number): ReadonlyMap<string, Values> {
  const found = new Map<string, Values>();
  for (const chunk of walkUndo(db, vault, importId)) {
    for (const step of chunk) {
      const row = step.kind === "customer" ? restoreRow(step.customer) : null;
      if (row === null) continue;
      const pairs = row.fields.map((field, at) => [field, row.values[at] ?? ""] as const);
      found.set(restoreKey(row.fields, row.values), new Map(pairs));
    }
  }
  return found;
}

/** Customers whom a person left out of the restores of an import. */
function leftOutKeys(db: Database, vault: Vault, importId: number): ReadonlySet<string> {
  const store = createDraftStore(db, vault);
  const keys = new Set<string>();
  for (const id of store.ids()) {
    const staging = store.get(id).restores === importId ? stagingOfDraft(db, id) : null;
    if (staging === null) continue;
    for (const { values, status } of preparedRows(db, vault, staging.id)) {
      if ((status & LEFT_OUT) !== 0) keys.add(restoreKey(staging.fields, values));
    }
  }
  return keys;
}

/** Rows as they were prepared, without a person's corrections. */
function* preparedRows(db: Database, vault: Vault, stagingId: number) {
  const status = readStatus(db, stagingId);
  const chunks = db
    .prepare("SELECT chunk, first_index AS first FROM staged_chunks WHERE staging_id = ?")
    .all(stagingId) as { readonly chunk: number; readonly first: number }[];
  for (const { chunk, first } of chunks) {
    for (const [at, [, values]] of readChunk(db, vault, stagingId, chunk).entries()) {
      yield { values, status: status[first + at] ?? 0 };
    }
  }
}
