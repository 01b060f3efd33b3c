import type { Trial } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { readStatus, writeStatus } from "../../../records/drafts/chunks.ts";
import type { StoredDraft } from "../../../records/drafts/draft-store.ts";
import { stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { TRIED, willBeSent } from "../../../records/drafts/status.ts";
import { trialState } from "../../../records/imports/creating/trials.ts";
import { isKnownMapping } from "../mappings/remembered.ts";

/** Rows of a trial where nobody says otherwise; a list no longer than that needs none. */
export const TRIAL_ROWS = 10;

/** The trial of a draft as the window sees it. */
export function trialView(db: Database, draft: StoredDraft, toSend: number | null): Trial {
  const { trial, reading, options, mapping } = draft;
  if (trial === null) {
    const suggested =
      draft.restores === null &&
      (toSend === null || toSend > TRIAL_ROWS) &&
      !isKnownMapping(db, reading.columns, options.connectionId, mapping);
    return { suggested, importId: null, rows: null, state: null, over: true };
  }
  const { importId, rows } = trial;
  const found = trialState(db, importId);
  if (found === undefined) throw new AppError("not-found", { params: { what: "import" } });
  const over = found.finishedAt !== null;
  return { suggested: false, importId, rows, state: found.state, over };
}

/**
 * Inside the transaction that makes an import of the draft visible: nothing may have been sent
 * since its rows were chosen, and the trial must have ended.
 * @throws AppError "draft-gone" | "trial-not-over"
 */
export function requireTrialOver(
  db: Database,
  draftId: number,
  expected: StoredDraft["trial"],
): void {
  const now = db.prepare("SELECT trial_import_id FROM drafts WHERE id = ?").pluck().get(draftId);
  if (now !== (expected?.importId ?? null)) throw new AppError("draft-gone");
  if (expected !== null && trialState(db, expected.importId)?.finishedAt === null)
    throw new AppError("trial-not-over");
}

/** Inside the same transaction: these rows have gone out with the trial. */
export function markTried(
  db: Database,
  draftId: number,
  stagingId: number,
  trial: { readonly importId: number; readonly indexes: readonly number[] },
): void {
  const status = readStatus(db, stagingId);
  for (const index of trial.indexes) {
    const byte = status[index] ?? 0;
    if (!willBeSent(byte)) throw new AppError("draft-gone");
    writeStatus(db, stagingId, index, byte | TRIED);
  }
  db.prepare(
    "UPDATE drafts SET trial_import_id = ?, trial_rows = ?, updated_at = ? WHERE id = ?",
  ).run(trial.importId, trial.indexes.length, Date.now(), draftId);
}

/**
 * Rows that were sent on trial are known by their position in the checked list. A list with such rows
 * is not read anew, as other rows could stand at those positions.
 */
export function requireUntried(db: Database, draftId: number): void {
  const staging = stagingOfDraft(db, draftId);
  if (staging === null) return;
  if (readStatus(db, staging.id).some((status) => (status & TRIED) !== 0)) {
    throw new AppError("draft-has-trial");
  }
}
