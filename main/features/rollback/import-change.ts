import type { UndoStarted } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { deleteDraft } from "../../records/drafts/draft-store.ts";
import type { BatchStore } from "../../records/imports/batches/batch-store.ts";
import { isNothingLeft } from "../../records/imports/past/undo-links.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { QueuedImport } from "../../records/undo-log/record-import.ts";

/**
 * Imports in the undo log: taken back by their plan; done again by putting the cancelled batches
 * back into the queue and letting go of the restores that were prepared and not sent.
 */
export function registerImports(
  db: Database,
  undoLog: UndoLog,
  parts: {
    readonly store: BatchStore;
    readonly start: (importId: number) => Promise<UndoStarted>;
    readonly onRedone: (importId: number) => void;
  },
): void {
  const { store, start, onRedone } = parts;
  const prepared = db.prepare("SELECT id FROM drafts WHERE restores = ?").pluck();

  function redo({ importId, cancelled }: QueuedImport): void {
    const context = { now: Date.now() };
    const work = db.transaction(() => {
      for (const id of cancelled) {
        if (store.apply(id, { kind: "reinstate" }, context).kind !== "moved") {
          throw new AppError("undo-log-changed");
        }
      }
      for (const id of prepared.all(importId) as number[]) deleteDraft(db, id);
    });
    work.immediate();
    onRedone(importId);
  }

  undoLog.register("import", {
    inTransaction: false,
    isPossible: (payload, direction) =>
      direction === "redo" || !isNothingLeft(db, (payload as QueuedImport).importId),
    async apply(payload, direction) {
      const change = payload as QueuedImport;
      if (direction === "redo") {
        redo(change);
        return;
      }
      const { cancelled, underWay } = await start(change.importId);
      if (underWay > 0) throw new AppError("undo-sending", { params: { cancelled, underWay } });
    },
  });
}
