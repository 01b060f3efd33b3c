import type { Database } from "../../../../common/sqlite/database.ts";
import { isProcessAlive } from "../../../../common/system/process-alive.ts";
import type { DraftStore } from "../../../../records/drafts/draft-store.ts";
import type { JobRunner } from "../../../../records/jobs.ts";
import type { ImportingJobs } from "../../jobs/importing-jobs.ts";
import { checkedWith } from "../checked-with.ts";
import type { Review } from "../review.ts";

interface Unfinished {
  readonly bulkId: number;
  readonly stagingId: number;
  readonly draftId: number;
  readonly pid: number;
}

/**
 * Takes bulk corrections back whose process ended in the middle.
 * @param ended a staging whose process was ended just now: the system may still list the process
 */
export async function settleBulkCorrections(
  parts: {
    readonly db: Database;
    readonly jobs: JobRunner<ImportingJobs>;
    readonly store: DraftStore;
    readonly review: Review;
  },
  ended?: number,
): Promise<void> {
  const { db, jobs, store, review } = parts;
  const unfinished = db
    .prepare(
      `SELECT bulk_edits.id AS bulkId, staging_id AS stagingId, draft_id AS draftId,
         bulk_edits.pid AS pid
       FROM bulk_edits JOIN stagings ON stagings.id = staging_id
       WHERE bulk_edits.state = 'running' AND stagings.state = 'done' AND draft_id IS NOT NULL
       ORDER BY bulk_edits.id DESC`,
    )
    .all() as Unfinished[];
  for (const { bulkId, stagingId, draftId, pid } of unfinished) {
    if (stagingId !== ended && isProcessAlive(pid)) continue;
    const checked = checkedWith(store.get(draftId));
    await jobs.run("turn-bulk", { bulkId, direction: "undo", checked });
    review.forget(stagingId);
  }
}
