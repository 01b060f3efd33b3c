import type { BatchState } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Vault } from "../../vault/vault.ts";
import { createImportTally } from "../import-tally.ts";
import { createSendOrder } from "../send-order.ts";
import type { Reason } from "./attempt-result.ts";
import { createBatchLog } from "./batch-log.ts";
import type {
  BatchEvent,
  BatchStatus,
  Effect,
  LogEntry,
  TransitionContext,
} from "./batch-status.ts";
import { sealWords } from "./reason.ts";
import { transition } from "./transition.ts";

/** A batch's status with the rest of its row that moves with it. */
interface BatchRecord {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number | null;
  readonly rowCount: number;
  /** Its rows go out with another import: it must never go again. */
  readonly released: boolean;
  readonly status: BatchStatus;
}

export interface AppliedEvent {
  readonly importId: number;
  readonly state: BatchState;
  /** Attempts in a row that nobody knows the outcome of. */
  readonly unclear: number;
  readonly kind: "moved" | "noted" | "refused";
}

/** What a reply leaves with its batch, beside what the state machine keeps. */
export interface KeptOutcome {
  readonly status: number;
  readonly cut: boolean;
  readonly sealedReply: Buffer;
}

/** Batches in SQL: one event at a time, with its log entry and the import's counts. */
export interface BatchStore {
  /**
   * Applies an event; to be called inside a transaction.
   * @throws AppError not-found
   */
  apply(batchId: number, event: BatchEvent, context: TransitionContext): AppliedEvent;
  keepOutcome(batchId: number, outcome: KeptOutcome): void;
  /** A word in the batch's log that changes nothing. */
  note(batchId: number, state: BatchState, entry: LogEntry, now: number): void;
}

export function createBatchStore(db: Database, vault: Vault): BatchStore {
  const find = db.prepare(
    `SELECT id, import_id, connection_id, row_count, state, repeatable AS idempotent, attempts, unclear,
       next_try, settled, released, sent_by, created_count, updated_count FROM batches WHERE id = ?`,
  );
  const update = db.prepare(
    `UPDATE batches SET state = ?, attempts = ?, unclear = ?, next_try = ?, settled = ?,
       sent_by = ?, created_count = ?, updated_count = ? WHERE id = ?`,
  );
  const updateReason = db.prepare(
    "UPDATE batches SET reason_code = ?, reason_params = ?, sealed_words = ? WHERE id = ?",
  );
  const markSent = db.prepare("UPDATE batches SET sent_at = ?, sent_order = ? WHERE id = ?");
  // Undone as a whole it was before.
  const standsAgain = db.prepare("UPDATE imports SET reverted = 0 WHERE id = ? AND reverted = 1");
  const nextInOrder = createSendOrder(db);
  const keep = db.prepare("UPDATE batches SET reply_status = ?, reply_cut = ? WHERE id = ?");
  const keepReply = db.prepare(
    "INSERT OR REPLACE INTO batch_replies (batch_id, sealed_reply) VALUES (?, ?)",
  );
  const holdConnection = db.prepare(
    "UPDATE connections SET hold = 'credentials' WHERE id = ? AND hold IS NULL",
  );
  const tally = createImportTally(db);
  const appendLog = createBatchLog(db);

  function read(batchId: number): BatchRecord {
    const row = find.get(batchId) as StoredBatch | undefined;
    if (row === undefined) throw new AppError("not-found", { params: { what: "batch" } });
    return toRecord(row);
  }

  function writeReason(batchId: number, reason: Reason | null): void {
    if (reason === null) updateReason.run(null, "{}", null, batchId);
    else {
      const words = reason.words === null ? null : sealWords(vault, reason.words);
      updateReason.run(reason.code, JSON.stringify(reason.params), words, batchId);
    }
  }

  function write(record: BatchRecord, to: BatchStatus): void {
    update.run(
      to.state,
      to.attempts,
      to.unclear,
      to.nextTry,
      Number(to.settled),
      to.sentBy,
      to.created,
      to.updated,
      record.id,
    );
  }

  function affect(record: BatchRecord, effects: readonly Effect[], now: number): void {
    tally.refresh(record.importId, effects.includes("hold-import"), now);
    if (effects.includes("hold-connection")) holdConnection.run(record.connectionId);
  }

  return {
    apply(batchId, event, context) {
      const record = read(batchId);
      if (!mayGoAgain(record) && AGAIN.has(event.kind)) {
        return applied(record, record.status, "refused");
      }
      const next = transition(record.status, event, context);
      if (next.kind === "refused") return applied(record, record.status, "refused");
      if (next.kind === "noted") {
        appendLog(batchId, context.now, record.status.state, next.log);
        return applied(record, record.status, "noted");
      }
      write(record, next.to);
      if (next.reason !== "keep") writeReason(batchId, next.reason);
      if (event.kind === "claim") {
        markSent.run(context.now, nextInOrder(), batchId);
        standsAgain.run(record.importId);
      }
      appendLog(batchId, context.now, next.to.state, next.log);
      tally.move(record, record.status, next.to);
      affect(record, next.effects, context.now);
      return applied(record, next.to, "moved");
    },
    keepOutcome(batchId, { status, cut, sealedReply }) {
      keep.run(status, Number(cut), batchId);
      keepReply.run(batchId, sealedReply);
    },
    note(batchId, state, entry, now) {
      appendLog(batchId, now, state, entry);
    },
  };
}

const AGAIN: ReadonlySet<BatchEvent["kind"]> = new Set(["resolve", "reinstate", "correct"]);

/** Without a connection nothing would ever send it. */
function mayGoAgain({ released, connectionId }: BatchRecord): boolean {
  return !released && connectionId !== null;
}

function applied(
  record: BatchRecord,
  { state, unclear }: BatchStatus,
  kind: AppliedEvent["kind"],
): AppliedEvent {
  return { importId: record.importId, state, unclear, kind };
}

interface StoredBatch {
  readonly id: number;
  readonly import_id: number;
  readonly connection_id: number | null;
  readonly row_count: number;
  readonly state: BatchState;
  readonly idempotent: 0 | 1;
  readonly attempts: number;
  readonly unclear: number;
  readonly next_try: number | null;
  readonly settled: 0 | 1;
  readonly released: 0 | 1;
  readonly sent_by: string | null;
  readonly created_count: number | null;
  readonly updated_count: number | null;
}

function toRecord(row: StoredBatch): BatchRecord {
  return {
    id: row.id,
    importId: row.import_id,
    connectionId: row.connection_id,
    rowCount: row.row_count,
    released: row.released === 1,
    status: {
      state: row.state,
      idempotent: row.idempotent === 1,
      attempts: row.attempts,
      unclear: row.unclear,
      nextTry: row.next_try,
      settled: row.settled === 1,
      sentBy: row.sent_by,
      created: row.created_count,
      updated: row.updated_count,
    },
  };
}
