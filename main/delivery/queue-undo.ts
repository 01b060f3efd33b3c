import type { Database } from "../database/open.ts";
import { AppError } from "../errors.ts";
import type { UndoLog } from "../undo/log.ts";
import type { BatchStore } from "./batch-store.ts";
import type { Holds, QueueScope } from "./holds.ts";
import { isPaused } from "./pause.ts";

type Hold = string | null;

interface HoldChange {
  readonly scope: QueueScope;
  readonly before: Hold;
  readonly after: Hold;
}

/** Keeps a person's decisions about the queue, and takes them back while that is still possible. */
export function createQueueUndo(
  db: Database,
  parts: {
    readonly store: BatchStore;
    readonly holds: Holds;
    readonly now: () => number;
    readonly undoLog: UndoLog | undefined;
  },
) {
  const { store, holds, now, undoLog } = parts;

  function holdOf({ importId, connectionId }: QueueScope): Hold {
    const read = (table: "imports" | "connections", id: number) =>
      (db.prepare(`SELECT hold FROM ${table} WHERE id = ?`).pluck().get(id) ?? null) as Hold;
    if (importId !== undefined) return read("imports", importId);
    if (connectionId !== undefined) return read("connections", connectionId);
    return isPaused(db) ? "paused" : null;
  }

  undoLog?.register("queue-hold", {
    inTransaction: true,
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
        const { kind: outcome } = store.apply(id, { kind }, { now: now(), random: Math.random });
        if (outcome !== "moved") throw new AppError("undo-log-changed");
      }
    },
  });

  return {
    holdOf,
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
