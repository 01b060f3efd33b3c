import type { BatchState, QueuedBatch, QueueSummary } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import { createNumbering } from "../batches/batch-number.ts";
import type { ReasonColumns } from "../batches/reason.ts";
import { MAY_HAVE_ARRIVED_SQL } from "../batches/standing.ts";

/** Batches that the queue shows; the words are those of the index `batches_in_queue`. */
const IN_QUEUE = `batches.state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain')
  AND batches.settled = 0`;

/** A batch of the queue with what is told of its import. */
export interface QueueRow extends ReasonColumns {
  readonly id: number;
  readonly importId: number;
  /** Its number in its import, from 1. */
  readonly position: number;
  readonly state: BatchState;
  readonly rows: number;
  readonly sheet: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly attempts: number;
  readonly nextTry: number | null;
  readonly created: number | null;
  readonly updated: number | null;
  readonly idempotent: 0 | 1;
  readonly released: 0 | 1;
  readonly trial: 0 | 1;
  readonly mayHaveArrived: 0 | 1;
  readonly hold: QueuedBatch["hold"];
  readonly fileName: string;
  readonly connectionId: number | null;
  readonly connectionName: string;
}

export interface QueueList {
  /** In the order of sending. */
  page(limit: number, offset: number): readonly QueueRow[];
  counts(): QueueSummary["counts"];
  /** Rows of open batches, from the imports' counts; nearly, where some of an import's were cancelled. */
  rowsOpen(): number;
  /** Whether a batch waits because this computer has no way out. */
  isOffline(): boolean;
}

type Counts = Record<keyof QueueSummary["counts"], number>;

interface IndexCounts {
  readonly shown: number;
  readonly open: number;
  readonly waiting: number;
  readonly sending: number;
}

const NONE: IndexCounts = { shown: 0, open: 0, waiting: 0, sending: 0 };

/**
 * Counts of whole indexes, which SQLite tells without a look at their entries; how many of a state
 * there are beyond those, it has to look for.
 */
const INDEX_COUNTS = `SELECT
  (SELECT count(*) FROM batches INDEXED BY batches_in_queue WHERE ${IN_QUEUE}) AS shown,
  (SELECT count(*) FROM batches INDEXED BY batches_to_send
    WHERE state IN ('queued', 'waiting', 'sending')) AS open,
  (SELECT count(*) FROM batches INDEXED BY batches_waiting WHERE state = 'waiting') AS waiting,
  (SELECT count(*) FROM batches INDEXED BY batches_sending WHERE state = 'sending') AS sending`;

export function createQueueList(db: Database): QueueList {
  const page = statement<[limit: number, offset: number], QueueRow>(
    db,
    `SELECT batches.id, import_id AS importId, position, batches.state, row_count AS rows,
       first_row AS firstRow, last_row AS lastRow, attempts, next_try AS nextTry, trial,
       created_count AS created, updated_count AS updated, repeatable AS idempotent, released, hold,
       reason_code, reason_params, sealed_words, file_name AS fileName, sheet,
       batches.connection_id AS connectionId, connection_name AS connectionName,
       ${MAY_HAVE_ARRIVED_SQL} AS mayHaveArrived
     FROM batches INDEXED BY batches_in_queue CROSS JOIN imports ON imports.id = import_id
     WHERE ${IN_QUEUE} AND imports.phase = 'queued'
     ORDER BY import_id, position LIMIT ? OFFSET ?`,
  );
  const numbered = createNumbering(db);
  const indexCounts = statement<[], IndexCounts>(db, INDEX_COUNTS);
  const rejected = column<[], number>(
    db,
    `SELECT count(*) FROM batches INDEXED BY batches_in_queue
     WHERE ${IN_QUEUE} AND batches.state = 'rejected'`,
  );
  const unseen = statement<[], { readonly state: keyof Counts; readonly count: number }>(
    db,
    `SELECT state, count(*) AS count FROM batches INDEXED BY batches_in_queue
     WHERE ${IN_QUEUE} AND import_id IN (SELECT id FROM imports WHERE phase = 'preparing')
     GROUP BY state`,
  );
  const rowsOpen = column<[], number>(
    db,
    `SELECT ifnull(sum((rows_total - rows_accepted - rows_rejected - rows_uncertain) * batches_open
       / (batches_open + batches_cancelled)), 0)
     FROM imports INDEXED BY imports_to_send WHERE phase = 'queued' AND batches_open > 0`,
  );
  const offline = column<[], 0 | 1>(
    db,
    `SELECT EXISTS (SELECT 1 FROM batches
       WHERE state = 'waiting' AND reason_code IN ('reason-offline', 'reason-dns'))`,
  );
  return {
    page: (limit, offset) => numbered(page.all(limit, offset)),
    counts() {
      const { shown, open, waiting, sending } = indexCounts.get() ?? NONE;
      const refused = shown === open ? 0 : (rejected.get() ?? 0);
      const found: Counts = {
        ...{ queued: open - waiting - sending, waiting, sending },
        ...{ uncertain: shown - open - refused, rejected: refused },
      };
      for (const { state, count } of unseen.all()) found[state] -= count;
      return found;
    },
    rowsOpen: () => rowsOpen.get() ?? 0,
    isOffline: () => offline.get() === 1,
  };
}
