import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { enqueueStaged } from "../../../pipeline/delivery/enqueue/enqueue-staged.ts";
import { renewCheck, requireSameCheck } from "../../../pipeline/staging/renewal/renew.ts";
import { requireCurrent } from "../../../pipeline/staging/renewal/require-current.ts";
import { deleteDraft } from "../../../records/drafts/draft-store.ts";
import { stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { writeDraft } from "../../../records/imports/creating/import-of-list.ts";
import { readSendOrder } from "../../../records/imports/send-order.ts";
import type { JobHooks } from "../../../records/jobs.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { rememberSent } from "../mappings/remember-sent.ts";
import { joinTrial } from "./join-trial.ts";
import { requireConfirmed } from "./require-confirmed.ts";
import type { SendRequest } from "./send-request.ts";
import { sendTrial } from "./send-trial.ts";
import { requireTrialOver } from "./trial.ts";

export interface SendHooks extends JobHooks {
  /**
   * Before a restore goes out that has lain for a while: whether what it puts back still holds.
   * @throws AppError where it does not
   */
  recheckRestore(
    db: Database,
    vault: Vault,
    restore: { readonly importId: number; readonly draftId: number; readonly stagingId: number },
  ): void;
}

/**
 * Queues a checked draft: the import becomes visible, the mapping is remembered and the draft is
 * gone in one transaction, or nothing has changed.
 * @throws AppError "added-not-confirmed"; "draft-gone" where another window sent or changed it; as `recheckRestore`;
 * as enqueueImport
 */
export function sendStaged(
  db: Database,
  vault: Vault,
  request: SendRequest,
  hooks: SendHooks,
): { readonly importId: number } {
  const { draftId, stagingId, trial, trialRows } = request;
  const spec = rechecked(db, vault, request, hooks.recheckRestore);
  const requireCheck = checkGuard(db, vault, request);
  if (spec.undoesImportId === undefined) requireConfirmed(db, vault, request);
  if (trialRows !== null)
    return sendTrial(db, vault, { ...request, spec, trialRows }, requireCheck);
  return enqueueStaged(db, vault, stagingId, spec, {
    ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
    withQueued(importId) {
      requireCheck(importId);
      if (stagingOfDraft(db, draftId)?.id !== stagingId) throw new AppError("draft-gone");
      requireTrialOver(db, draftId, trial);
      writeDraft(db, importId, draftId);
      if (spec.undoesImportId === undefined) {
        rememberSent(db, vault, {
          name: spec.fileName,
          connectionId: spec.connection.id,
          columns: request.columns,
          mapping: spec.mapping,
          conditions: spec.options.conditions,
        });
      }
      deleteDraft(db, draftId);
    },
    becomes: (restId) =>
      trial === null ? restId : joinTrial(db, vault, { trialId: trial.importId, restId }),
  });
}

/**
 * What the check relied on is looked at again before anything is written; what it was found to be
 * is required once more when the import becomes visible.
 * @throws AppError as `requireSameCheck`
 */
function checkGuard(
  db: Database,
  vault: Vault,
  { stagingId, spec, trial }: SendRequest,
): (importId: number) => void {
  const { id: connectionId, address, accountId } = spec.connection;
  const server = { address, accountId };
  if (spec.undoesImportId !== undefined) {
    return (importId) => requireCurrent(db, importId, { connectionId, server, mark: null });
  }
  const about = { stagingId, options: spec.options, trialId: trial?.importId ?? null };
  const renewed = renewCheck(db, vault, about);
  requireSameCheck(renewed);
  const mark = renewed.now?.mark ?? null;
  return (importId) => requireCurrent(db, importId, { connectionId, server, mark });
}

/** @throws AppError as `recheckRestore` */
function rechecked(
  db: Database,
  vault: Vault,
  request: SendRequest,
  recheckRestore: SendHooks["recheckRestore"],
): SendRequest["spec"] {
  const { draftId, stagingId, spec } = request;
  if (spec.undoesImportId === undefined) return spec;
  const comparedAt = readSendOrder(db);
  recheckRestore(db, vault, { importId: spec.undoesImportId, draftId, stagingId });
  return { ...spec, comparedAt };
}
