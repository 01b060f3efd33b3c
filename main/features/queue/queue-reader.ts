import type { Page, QueuedBatch, QueueSummary } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readAtOnce } from "../../common/sqlite/read-at-once.ts";
import { createReasonReader, type ReasonReader } from "../../records/imports/batches/reason.ts";
import { batchStanding } from "../../records/imports/batches/standing.ts";
import { mayBeCorrected } from "../../records/imports/corrections/may-be-corrected.ts";
import { whoSends } from "../../records/imports/lease.ts";
import { createPauseCheck } from "../../records/imports/pause.ts";
import { createQueueList, type QueueRow } from "../../records/imports/queue/queue-list.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** Reads what the queue shows: in the order of sending, and as counts. */
export function createQueueReader(db: Database, vault: Vault) {
  const isPaused = createPauseCheck(db);
  const batches = createQueueList(db);

  return {
    summary: (now: number): QueueSummary =>
      readAtOnce(db, () => ({
        online: !batches.isOffline(),
        paused: isPaused(),
        sender: whoSends(db, now),
        counts: batches.counts(),
        rowsOpen: batches.rowsOpen(),
      })),
    list: ({ offset, limit }: { offset: number; limit: number }): Page<QueuedBatch> =>
      readAtOnce(db, () => {
        const total = Object.values(batches.counts()).reduce((sum, count) => sum + count, 0);
        const reasonOf = createReasonReader(vault);
        const items = batches.page(limit, offset).map((row) => toQueuedBatch(row, reasonOf));
        return { items, total };
      }),
  };
}

function toQueuedBatch(row: QueueRow, reasonOf: ReasonReader): QueuedBatch {
  const { reason_code, reason_params, sealed_words, idempotent, connectionId, ...more } = row;
  const { released: _, mayHaveArrived: maybe, trial, ...rest } = more;
  const mayHaveArrived = maybe === 1;
  return {
    ...rest,
    // A connection with batches in the queue cannot be removed; 0 would name none.
    connectionId: connectionId ?? 0,
    idempotent: idempotent === 1,
    trial: trial === 1,
    correctable: mayBeCorrected({ ...row, reason: reason_code }),
    standing: batchStanding({ state: row.state, reasonCode: reason_code, mayHaveArrived }),
    reason: reasonOf({ reason_code, reason_params, sealed_words }, mayHaveArrived),
  };
}
