import type { Database } from "../../../common/sqlite/database.ts";
import { place, readChunk, readStatus, writeStatus } from "../../../records/drafts/chunks.ts";
import { stagingOfDraft } from "../../../records/drafts/stagings.ts";
import { TRIED } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";

interface Lost {
  readonly draftId: number;
  readonly batchId: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

const LOST_SQL = `SELECT drafts.id AS draftId, batches.id AS batchId,
    first_row AS firstRow, last_row AS lastRow
  FROM drafts JOIN imports ON imports.id = drafts.trial_import_id
  JOIN batches ON batches.import_id = imports.id
  WHERE imports.finished_at IS NOT NULL AND batches.state IN ('rejected', 'cancelled')
    AND batches.released = 0`;

/**
 * Rows of a trial's batches that were rejected or cancelled can be sent again: with the rest, or
 * in another trial. Such a batch itself never goes again. Drafts and queue change in one
 * transaction.
 * @param isBusy whether a draft's list is being checked anew, with the marks of now: the next time
 * @returns the drafts that have changed
 */
export function releaseTrials(
  db: Database,
  vault: Vault,
  isBusy: (draftId: number) => boolean,
): readonly number[] {
  const find = db.prepare(LOST_SQL);
  if (find.get() === undefined) return [];
  const release = db.prepare(
    "UPDATE batches SET released = 1, settled = (state = 'rejected') WHERE id = ?",
  );
  const work = db.transaction(() => {
    const lost = (find.all() as Lost[]).filter(({ draftId }) => !isBusy(draftId));
    for (const each of lost) {
      const staging = stagingOfDraft(db, each.draftId);
      if (staging !== null) untry(db, vault, staging.id, each);
      release.run(each.batchId);
    }
    return [...new Set(lost.map(({ draftId }) => draftId))];
  });
  return work.immediate();
}

function untry(
  db: Database,
  vault: Vault,
  stagingId: number,
  { firstRow, lastRow }: Pick<Lost, "firstRow" | "lastRow">,
): void {
  for (const [index, status] of readStatus(db, stagingId).entries()) {
    if ((status & TRIED) === 0) continue;
    const { chunk, at } = place(index);
    const row = readChunk(db, vault, stagingId, chunk)[at]?.[0] ?? 0;
    if (row < firstRow || row > lastRow) continue;
    writeStatus(db, stagingId, index, status & ~TRIED);
  }
}
