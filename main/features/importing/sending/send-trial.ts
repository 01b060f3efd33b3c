import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { enqueueImport } from "../../../pipeline/delivery/enqueue/enqueue.ts";
import { passFileHash } from "../../../pipeline/staging/file-hash.ts";
import { forgetSentCorrections } from "../../../records/drafts/sent-rows.ts";
import { chunksWhere, type PlacedRow } from "../../../records/drafts/staged-rows.ts";
import { stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { WARNING, willBeSent } from "../../../records/drafts/status.ts";
import { markTrial } from "../../../records/imports/creating/trials.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { SendRequest } from "./send-request.ts";
import { markTried, requireTrialOver } from "./trial.ts";

/**
 * Queues the first rows of a checked draft as an import that the rest becomes part of. In the
 * transaction that makes it visible the rows are marked: they never go out again, unless their
 * batch is rejected, and nobody changes them any more.
 * @throws AppError "draft-gone" | "trial-not-over"; as enqueueImport
 */
export function sendTrial(
  db: Database,
  vault: Vault,
  request: SendRequest & { readonly trialRows: number },
  requireCheck: (importId: number) => void,
): { readonly importId: number } {
  const { draftId, stagingId, spec, trial, trialRows } = request;
  const rows = firstRows(db, vault, stagingId, trialRows);
  const checked = {
    ...{ total: rows.length, valid: rows.length, invalid: 0, leftOut: 0, toSend: rows.length },
    warnings: rows.filter(({ status }) => (status & WARNING) !== 0).length,
  };
  return enqueueImport(db, vault, { ...spec, checked }, [rows], {
    withQueued(importId) {
      requireCheck(importId);
      if (stagingOfDraft(db, draftId)?.id !== stagingId) throw new AppError("draft-gone");
      requireTrialOver(db, draftId, trial);
      passFileHash(db, stagingId, importId);
      markTrial(db, importId);
      const indexes = rows.map(({ index }) => index);
      markTried(db, draftId, stagingId, { importId, indexes });
      forgetSentCorrections(db, vault, stagingId);
    },
  });
}

function firstRows(
  db: Database,
  vault: Vault,
  stagingId: number,
  limit: number,
): readonly PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (const chunk of chunksWhere(db, vault, stagingId, willBeSent)) {
    rows.push(...chunk.slice(0, limit - rows.length));
    if (rows.length === limit) break;
  }
  return rows;
}
