import type { Database } from "../../common/sqlite/database.ts";
import { countInStates } from "../../records/imports/queue/open-batches.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { QueuedImport } from "../../records/undo-log/record-import.ts";

export interface Cancelled {
  /** Batches that were cancelled. */
  readonly cancelled: number;
  /** Batches that are being sent. Once their answers are there, cancelling again takes back the rest. */
  readonly underWay: number;
}

/** What cancelling needs of the queue. */
export interface CancelsImports {
  /** @param record keeps, inside the transaction, how that can be taken back */
  cancelImport(importId: number, record: (cancelled: readonly number[]) => void): void;
}

/**
 * Cancels what of an import has not gone out. Where the import stands in the undo log, it counts as
 * undone there, and doing it again puts these batches back; else that is a change of its own.
 * @throws AppError not-found
 */
export function cancelUnsent(
  db: Database,
  queue: CancelsImports,
  importId: number,
  undoLog: Pick<UndoLog, "importUndone" | "record">,
): Cancelled {
  const cancelledNow = () => countInStates(db, importId, ["cancelled"]);
  const before = cancelledNow();
  queue.cancelImport(importId, (cancelled) => {
    const known = undoLog.importUndone(importId, (kept, undone) => {
      const { cancelled: before } = kept as QueuedImport;
      return { importId, cancelled: undone ? [...before, ...cancelled] : cancelled };
    });
    if (known || cancelled.length === 0) return;
    const entries = [{ kind: "batches-cancelled", payload: cancelled }];
    undoLog.record({ label: "import-cancelled", entries });
  });
  return {
    cancelled: cancelledNow() - before,
    underWay: countInStates(db, importId, ["sending", "queued", "waiting"]),
  };
}
