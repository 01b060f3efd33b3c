import type { BatchState } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import type { Vault } from "../../vault/vault.ts";
import { createImportTally } from "../import-tally.ts";
import { createSendOrder } from "../send-order.ts";
import type { Reason } from "./attempt-result.ts";
import { createBatchLog } from "./batch-log.ts";
import { type BatchRecord, batchStatements, toRecord } from "./batch-statements.ts";
import type {
  BatchEvent,
  BatchStatus,
  Effect,
  LogEntry,
  TransitionContext,
} from "./batch-status.ts";
import { sealWords } from "./reason.ts";
import { transition } from "./transition.ts";

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
  const { find, update, updateReason, markSent, standsAgain, keep, keepReply, holdConnection } =
    batchStatements(db);
  const nextInOrder = createSendOrder(db);
  const tally = createImportTally(db);
  const appendLog = createBatchLog(db);

  function read(batchId: number): BatchRecord {
    const row = find.get(batchId);
    if (row === undefined)
      throw new AppError("not-found", { params: { what: "batch", id: batchId } });
    return toRecord(row);
  }

  function writeReason(batchId: number, reason: Reason | null): void {
    if (reason === null) updateReason.run(null, "{}", null, batchId);
    else {
      const words = reason.words === null ? null : sealWords(vault, reason.words);
      updateReason.run(reason.code, JSON.stringify(reason.params), words, batchId);
    }
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
      update.run({ ...next.to, settled: Number(next.to.settled), id: record.id });
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
