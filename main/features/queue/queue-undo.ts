import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";
import type { Decision } from "../../records/imports/batches/batch-status.ts";
import type { BatchStore } from "../../records/imports/batches/batch-store.ts";
import type { Holds, QueueScope } from "../../records/imports/holds.ts";
import { isPaused } from "../../records/imports/pause.ts";
import type { DecisionRecords, UndecidedBatch } from "../../records/imports/queue/decisions.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";

type Hold = string | null;

interface HoldChange {
  readonly scope: QueueScope;
  readonly before: Hold;
  readonly after: Hold;
}

interface DecisionChange {
  readonly id: number;
  readonly decision: Decision;
  readonly before: Omit<UndecidedBatch, "sealed_words"> & { readonly words: string | null };
}

const LABELS: Readonly<Record<Decision, string>> = {
  sent: "batch-said-sent",
  resend: "batch-sent-again",
  settle: "batch-left",
};

/** Keeps a person's decisions about the queue, and takes them back while that is still possible. */
export function createQueueUndo(
  db: Database,
  parts: {
    readonly store: BatchStore;
    readonly holds: Holds;
    readonly records: DecisionRecords;
    readonly now: () => number;
    readonly undoLog: UndoLog | undefined;
  },
) {
  const { store, holds, records, now, undoLog } = parts;

  function holdOf({ importId, connectionId }: QueueScope): Hold {
    if (importId !== undefined) return records.holdOf(importId);
    if (connectionId !== undefined) return holdOfConnection(db, connectionId);
    return isPaused(db) ? "paused" : null;
  }

  undoLog?.register("queue-hold", {
    inTransaction: true,
    isPossible(payload, direction) {
      const { scope, before, after } = payload as HoldChange;
      return holdOf(scope) === (direction === "undo" ? after : before);
    },
    apply(payload, direction) {
      const { scope, before, after } = payload as HoldChange;
      const [from, to] = direction === "undo" ? [after, before] : [before, after];
      if (holdOf(scope) !== from) throw new AppError("undo-log-changed");
      if (to === null) holds.resume(scope, now());
      else holds.pause(scope, now());
    },
  });
  undoLog?.register("batches-cancelled", {
    inTransaction: true,
    apply(payload, direction) {
      const kind = direction === "undo" ? "reinstate" : "cancel";
      for (const id of payload as readonly number[]) {
        const { kind: outcome } = store.apply(id, { kind }, { now: now() });
        if (outcome !== "moved") throw new AppError("undo-log-changed");
      }
    },
  });

  undoLog?.register("batch-decided", {
    inTransaction: true,
    apply(payload, direction) {
      const { id, decision, before } = payload as DecisionChange;
      const { state: to, unclear, attempts } = before;
      const redo =
        decision === "settle"
          ? { kind: "settle" as const }
          : { kind: "resolve" as const, as: decision };
      const undo = { kind: "withdraw" as const, decision, to, unclear, attempts };
      const event = direction === "undo" ? undo : redo;
      const applied = store.apply(id, event, { now: now() });
      if (applied.kind !== "moved") throw new AppError("undo-log-changed");
      if (direction === "redo") {
        holds.releaseRejection(applied.importId, now());
        return;
      }
      const words = before.words === null ? null : Buffer.from(before.words, "base64");
      const { reason_code, reason_params } = before;
      records.writeReason(id, { reason_code, reason_params, sealed_words: words });
    },
  });

  return {
    holdOf,
    /** Call before the decision is applied; what it answers keeps it, once it has been. */
    decided(id: number, decision: Decision): () => void {
      const found = records.read(id);
      return () => {
        if (found === undefined || undoLog === undefined) return;
        const { sealed_words: words, ...rest } = found;
        const before = {
          ...rest,
          words: words === null ? null : Buffer.from(words).toString("base64"),
        };
        const payload: DecisionChange = { id, decision, before };
        undoLog.record({ label: LABELS[decision], entries: [{ kind: "batch-decided", payload }] });
      };
    },
    /** What a rejection or wrong credentials had held is not held again by hand. */
    recordHold(label: string, scope: QueueScope, before: Hold): void {
      const after = holdOf(scope);
      const byHand = [before, after].every((hold) => hold === null || hold === "paused");
      if (before === after || !byHand) return;
      const payload: HoldChange = { scope, before, after };
      undoLog?.record({ label, entries: [{ kind: "queue-hold", payload }] });
    },
    recordCancelled(label: string, ids: readonly number[]): void {
      if (ids.length === 0) return;
      undoLog?.record({ label, entries: [{ kind: "batches-cancelled", payload: ids }] });
    },
  };
}

function holdOfConnection(db: Database, connectionId: number): Hold {
  const hold = column<[connectionId: number], Hold>(
    db,
    "SELECT hold FROM connections WHERE id = ?",
  );
  return hold.get(connectionId) ?? null;
}
