import type { Database } from "../../../common/sqlite/database.ts";
import { readStatus } from "../../../records/drafts/chunks.ts";
import { dropStaging } from "../../../records/drafts/stagings.ts";
import { staysBehind } from "../../../records/drafts/status.ts";
import { forgetCorrections } from "../../../records/undo-log/log.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { countStaged } from "../../staging/count-staged.ts";
import { passFileHash } from "../../staging/file-hash.ts";
import { copyProblems, keepLeftovers } from "../../staging/keep-leftovers.ts";
import { stagedBatches } from "../../staging/staged-batches.ts";
import { type EnqueueHooks, enqueueImport, type ImportSpec } from "./enqueue.ts";

/**
 * Queues the rows of a staging that are to be sent, keeps the others with the import, and takes
 * the staging out of force in the same transaction (`purgeStagings` clears it away). Synchronous.
 * @throws AppError as enqueueImport
 */
export function enqueueStaged(
  db: Database,
  vault: Vault,
  stagingId: number,
  spec: Omit<ImportSpec, "checked">,
  hooks: EnqueueHooks = {},
): { readonly importId: number } {
  const status = readStatus(db, stagingId);
  const checked = countStaged(db, stagingId, status);
  return enqueueImport(db, vault, { ...spec, checked }, stagedBatches(db, vault, stagingId), {
    ...hooks,
    beforeQueued(importId) {
      if (status.some(staysBehind)) keepLeftovers(db, vault, stagingId, importId);
      copyProblems(db, stagingId, importId);
      hooks.beforeQueued?.(importId);
    },
    withQueued(importId) {
      passFileHash(db, stagingId, importId);
      hooks.withQueued?.(importId);
      dropStaging(db, stagingId);
      // What was corrected is part of the import now, and goes back with it.
      forgetCorrections(db, stagingId);
    },
  });
}
