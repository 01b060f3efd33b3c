import type { BatchState, Page, QueuedBatch, QueueSummary } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { type ReasonColumns, readReason } from "../../records/imports/batches/reason.ts";
import { batchStanding, MAY_HAVE_ARRIVED_SQL } from "../../records/imports/batches/standing.ts";
import { mayBeMended } from "../../records/imports/corrections/may-be-mended.ts";
import { whoSends } from "../../records/imports/lease.ts";
import { createPauseCheck } from "../../records/imports/pause.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** Batches that the queue shows; the words are those of the index `batches_in_queue`. */
const IN_QUEUE = `batches.state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain')
  AND batches.settled = 0`;

interface QueueRow extends ReasonColumns {
  readonly id: number;
  readonly importId: number;
  readonly position: number;
  readonly state: BatchState;
  readonly rows: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly attempts: number;
  readonly nextTry: number | null;
  readonly created: number | null;
  readonly updated: number | null;
  readonly repeatable: 0 | 1;
  readonly released: 0 | 1;
  readonly trial: 0 | 1;
  readonly mayHaveArrived: 0 | 1;
  readonly hold: QueuedBatch["hold"];
  readonly fileName: string;
  readonly connectionId: number | null;
  readonly connectionName: string;
}

/** Reads what the queue shows: in the order of sending, and as counts. */
export function createQueueReader(db: Database, vault: Vault) {
  const isPaused = createPauseCheck(db);
  const list = db.prepare(
    `SELECT batches.id, import_id AS importId, position, batches.state, row_count AS rows,
       first_row AS firstRow, last_row AS lastRow, attempts, next_try AS nextTry, trial,
       created_count AS created, updated_count AS updated, repeatable, released, hold,
       reason_code, reason_params, sealed_words, file_name AS fileName,
       batches.connection_id AS connectionId, connection_name AS connectionName,
       ${MAY_HAVE_ARRIVED_SQL} AS mayHaveArrived
     FROM batches INDEXED BY batches_in_queue CROSS JOIN imports ON imports.id = import_id
     WHERE ${IN_QUEUE} AND imports.phase = 'queued'
     ORDER BY import_id, position LIMIT ? OFFSET ?`,
  );
  const counts = db.prepare(
    `SELECT state, count(*) AS count FROM batches
     WHERE ${IN_QUEUE} AND import_id NOT IN (SELECT id FROM imports WHERE phase = 'preparing')
     GROUP BY state`,
  );
  const offline = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM batches
         WHERE state = 'waiting' AND reason_code IN ('reason-offline', 'reason-dns'))`,
    )
    .pluck();

  function countsByState(): QueueSummary["counts"] {
    const found = { queued: 0, waiting: 0, sending: 0, uncertain: 0, rejected: 0 };
    for (const { state, count } of counts.all() as CountRow[]) found[state] = count;
    return found;
  }

  return {
    summary: (now: number): QueueSummary => ({
      online: offline.get() === 0,
      paused: isPaused(),
      sender: whoSends(db, now),
      counts: countsByState(),
    }),
    list({ offset, limit }: { offset: number; limit: number }): Page<QueuedBatch> {
      const rows = list.all(limit, offset) as QueueRow[];
      const total = Object.values(countsByState()).reduce((sum, count) => sum + count, 0);
      return { items: rows.map((row) => toQueuedBatch(vault, row)), total };
    },
  };
}

interface CountRow {
  readonly state: keyof QueueSummary["counts"];
  readonly count: number;
}

function toQueuedBatch(vault: Vault, row: QueueRow): QueuedBatch {
  const { reason_code, reason_params, sealed_words, repeatable, connectionId, ...more } = row;
  const { released: _, mayHaveArrived: maybe, trial, ...rest } = more;
  const mayHaveArrived = maybe === 1;
  return {
    ...rest,
    // A connection with batches in the queue cannot be removed; 0 would name none.
    connectionId: connectionId ?? 0,
    repeatable: repeatable === 1,
    trial: trial === 1,
    mendable: mayBeMended({ ...row, reason: reason_code }),
    standing: batchStanding({ state: row.state, reasonCode: reason_code, mayHaveArrived }),
    reason: readReason(vault, { reason_code, reason_params, sealed_words }, mayHaveArrived),
  };
}
