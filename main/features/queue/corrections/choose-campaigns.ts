import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import {
  createCampaignWriter,
  type UnsentBatch,
  unsentBatches,
} from "../../../records/imports/corrections/campaign-store.ts";
import { requireCorrectable } from "../../../records/imports/corrections/correctable-batch.ts";
import type { UndoLog } from "../../../records/undo-log/log.ts";

interface CampaignChange {
  readonly batchId: number;
  readonly importId: number;
  readonly before: readonly UnsentBatch[];
  readonly after: string;
}

/**
 * Other campaigns for a batch that the platform refused, and for what of its import has not gone out
 * either: it would be refused for the same reason. What has gone out keeps its own. Can be taken back
 * until the batch is sent again.
 */
export function createCampaignChoice(db: Database, undoLog?: UndoLog) {
  const write = createCampaignWriter(db);

  undoLog?.register("batch-campaigns", {
    inTransaction: true,
    apply(payload, direction) {
      const { batchId, importId, before, after } = payload as CampaignChange;
      const now = new Map(unsentBatches(db, importId).map((each) => [each.id, each]));
      const sent = before.find(({ id }) => id === batchId)?.attempts;
      if (now.get(batchId)?.attempts !== sent) throw new AppError("undo-log-changed");
      for (const { id, attempts, campaigns } of before) {
        if (now.get(id)?.attempts === attempts) write(id, direction === "undo" ? campaigns : after);
      }
    },
  });

  /** @throws AppError not-found | batch-not-correctable | batch-without-connection */
  return (batchId: number, campaigns: readonly string[]): void => {
    const change = db.transaction(() => {
      const { importId } = requireCorrectable(db, batchId);
      const before = unsentBatches(db, importId);
      // One that is set aside may have arrived as it is.
      if (!before.some(({ id }) => id === batchId)) throw new AppError("batch-not-correctable");
      const after = JSON.stringify(campaigns);
      for (const { id } of before) write(id, after);
      const payload: CampaignChange = { batchId, importId, before, after };
      undoLog?.record({
        label: "campaigns-chosen",
        params: {},
        entries: [{ kind: "batch-campaigns", payload }],
      });
    });
    try {
      change.immediate();
    } catch (error) {
      throw databaseError(error);
    }
  };
}
