import type { Database } from "../../../common/sqlite/database.ts";
import { place, readChunk, readStatus, writeStatus } from "../../../records/drafts/chunks.ts";
import { stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { TRIED } from "../../../records/drafts/status.ts";
import {
  type LostBatch,
  lostBatches,
  releaseBatch,
} from "../../../records/imports/creating/trials.ts";
import type { Vault } from "../../../records/vault/vault.ts";

/**
 * Rows of a trial's batches that were rejected or cancelled can be sent again: with the rest, or
 * in another trial. Such a batch itself never goes again. Drafts and queue change in one
 * transaction.
 * @param isBusy whether a draft's list is being checked anew; that check copies the marks of now, so its
 * rows are released the next time
 * @returns the drafts that have changed
 */
export function releaseTrials(
  db: Database,
  vault: Vault,
  isBusy: (draftId: number) => boolean,
): readonly number[] {
  if (lostBatches(db).length === 0) return [];
  const work = db.transaction(() => {
    const lost = lostBatches(db).filter(({ draftId }) => !isBusy(draftId));
    for (const each of lost) {
      const staging = stagingOfDraft(db, each.draftId);
      if (staging !== null) untry(db, vault, staging.id, each);
      releaseBatch(db, each.batchId);
    }
    return [...new Set(lost.map(({ draftId }) => draftId))];
  });
  return work.immediate();
}

function untry(
  db: Database,
  vault: Vault,
  stagingId: number,
  { firstRow, lastRow }: Pick<LostBatch, "firstRow" | "lastRow">,
): void {
  for (const [index, status] of readStatus(db, stagingId).entries()) {
    if ((status & TRIED) === 0) continue;
    const { chunk, at } = place(index);
    const row = readChunk(db, vault, stagingId, chunk)[at]?.[0] ?? 0;
    if (row < firstRow || row > lastRow) continue;
    writeStatus(db, stagingId, index, status & ~TRIED);
  }
}
