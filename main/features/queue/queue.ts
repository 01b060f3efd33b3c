import type {
  BatchState,
  ImportSummary,
  Page,
  QueuedBatch,
  QueueSummary,
  Resending,
} from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { databaseError } from "../../common/sqlite/database-error.ts";
import { createAims } from "../../pipeline/delivery/aim.ts";
import { findServer } from "../../records/connections/records.ts";
import type { BatchEvent } from "../../records/imports/batches/batch-status.ts";
import { createBatchStore } from "../../records/imports/batches/batch-store.ts";
import { hasBatchCorrections } from "../../records/imports/corrections/correction-store.ts";
import { lastSent } from "../../records/imports/history/list-imports.ts";
import { createHolds, type QueueScope } from "../../records/imports/holds.ts";
import { whoSends } from "../../records/imports/lease.ts";
import { createDecisionRecords } from "../../records/imports/queue/decisions.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { sendCorrected } from "./corrections/send-corrected.ts";
import { countNewer } from "./newer.ts";
import { createQueueReader } from "./queue-reader.ts";
import { createQueueUndo } from "./queue-undo.ts";
import { requireTwiceConfirmed, whatGoesTwice } from "./twice.ts";

export type { QueueScope } from "../../records/imports/holds.ts";

/**
 * What a person may do with batches that are not settled. Every change is one transaction with an
 * entry in the batch's log. Whichever process sends notices by itself.
 */
export interface Queue {
  summary(): QueueSummary;
  /** In the order of sending. */
  list(page: { readonly offset: number; readonly limit: number }): Page<QueuedBatch>;
  /** What went out last; null where nothing ever did. */
  last(): ImportSummary | null;
  /** @throws AppError not-found */
  pause(scope: QueueScope): void;
  /**
   * Of an import held by a rejection: the rejected batches stay as they are, later ones go.
   * Of a connection: also lifts what wrong credentials have held.
   * @throws AppError not-found
   */
  resume(scope: QueueScope): void;
  /**
   * Cancels a batch that was not sent. A rejected one stays as it is, leaves the queue and holds
   * nothing back any more.
   * @throws AppError not-found | batch-being-sent | batch-uncertain | batch-settled
   */
  cancelBatch(id: number): void;
  /**
   * Cancels what of an import was not sent; what is on its way or uncertain stays.
   * @param record keeps, inside the transaction, how that can be taken back; the undo log as a
   *   change of its own where absent
   * @throws AppError not-found
   */
  cancelImport(id: number, record?: (cancelled: readonly number[]) => void): void;
  /**
   * An uncertain batch arrived ("sent") or goes again; a rejected one may go again. It goes with
   * the rows as a person has corrected them.
   * @throws AppError not-found | batch-not-uncertain | corrected-rows-invalid
   */
  resolve(batchId: number, as: "sent" | "resend"): void;
  /** Whether a person has corrected its rows since it was sent: to send those takes a while. */
  isCorrected(batchId: number): boolean;
  /** What sending it again would do that a person has to know. @throws AppError not-found */
  resending(batchId: number): Resending;
  /** @throws AppError not-found | twice-not-confirmed */
  requireTwiceConfirmed(batchId: number, confirmed: string | undefined): void;
}

/** @param undoLog keeps what a person decided here, to be taken back */
export function createQueue(
  db: Database,
  vault: Vault,
  now: () => number = Date.now,
  undoLog?: UndoLog,
): Queue {
  const store = createBatchStore(db, vault);
  const reader = createQueueReader(db, vault);
  const holds = createHolds(db);
  const aims = createAims(db);
  const records = createDecisionRecords(db);
  const undo = createQueueUndo(db, { store, holds, records, now, undoLog });
  function transaction<T>(change: () => T): T {
    try {
      return db.transaction(change).immediate();
    } catch (error) {
      throw databaseError(error);
    }
  }

  function apply(batchId: number, event: BatchEvent) {
    return store.apply(batchId, event, { now: now() });
  }

  /**
   * An import is held where its connection was given another address or account after it was queued.
   * A person who resumes it has decided that it goes to the new one.
   */
  function follow({ importId }: QueueScope): void {
    if (importId === undefined) return;
    const server = findServer(db, records.connectionOf(importId) ?? null);
    if (server !== null) aims.follow(importId, server);
  }

  function cancel(batchId: number): { readonly importId: number; readonly state: BatchState } {
    const cancelled = apply(batchId, { kind: "cancel" });
    if (cancelled.kind === "moved") return cancelled;
    const settled = apply(batchId, { kind: "settle" });
    if (settled.kind === "moved") return settled;
    throw new AppError(refusalOf(settled.state));
  }

  return {
    summary: () => reader.summary(now()),
    list: (page) => reader.list(page),
    last: () => lastSent(db),
    pause: (scope) =>
      transaction(() => {
        const before = undo.holdOf(scope);
        holds.pause(scope, now());
        undo.recordHold("queue-paused", scope, before);
      }),
    resume: (scope) =>
      transaction(() => {
        const before = undo.holdOf(scope);
        for (const batchId of holds.rejectedOf(scope)) apply(batchId, { kind: "settle" });
        follow(scope);
        holds.resume(scope, now());
        undo.recordHold("queue-resumed", scope, before);
      }),
    cancelBatch: (id) =>
      transaction(() => {
        const keep = undo.decided(id, "settle");
        const { importId, state } = cancel(id);
        holds.releaseRejection(importId, now());
        if (state === "rejected") keep();
        undo.recordCancelled("batch-cancelled", state === "cancelled" ? [id] : []);
      }),
    cancelImport: (
      id,
      record = (cancelled) => undo.recordCancelled("import-cancelled", cancelled),
    ) =>
      transaction(() => {
        holds.requireImport(id);
        // What a process had on its way that is gone will be answered to nobody.
        const orphans = whoSends(db, now()) === "none" ? records.onTheirWay(id) : [];
        for (const batchId of orphans) apply(batchId, { kind: "holder-gone" });
        const cancelled = records
          .cancellable(id)
          .filter((batchId) => cancel(batchId).state === "cancelled");
        holds.releaseRejection(id, now());
        record(cancelled);
      }),
    isCorrected: (batchId) => hasBatchCorrections(db, batchId),
    resending: (batchId) => ({
      twice: whatGoesTwice(db, vault, batchId),
      newer: countNewer(db, vault, batchId),
    }),
    requireTwiceConfirmed: (batchId, confirmed) =>
      requireTwiceConfirmed(db, vault, batchId, confirmed),
    resolve: (batchId, as) =>
      transaction(() => {
        const keep = undo.decided(batchId, as);
        const isCorrected = as === "resend" && hasBatchCorrections(db, batchId);
        const resolved = isCorrected
          ? sendCorrected(db, vault, store, batchId, now())
          : apply(batchId, { kind: "resolve", as });
        if (resolved.kind !== "moved") throw new AppError("batch-not-uncertain");
        holds.releaseRejection(resolved.importId, now());
        // Corrected rows have taken the place of the former ones.
        if (!isCorrected) keep();
      }),
  };
}

function refusalOf(state: BatchState): string {
  if (state === "sending") return "batch-being-sent";
  return state === "uncertain" ? "batch-uncertain" : "batch-settled";
}
