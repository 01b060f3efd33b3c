import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { Page, SavedFile, UndoPlan, UndoStarted, UndoStep } from "../../../preload/types.ts";
import { AppError } from "../../common/errors.ts";
import type { Host } from "../../common/host/host.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { TableFormat } from "../../common/tables/table.ts";
import type { PracticeServer } from "../../practice/server.ts";
import { outgoingPath } from "../../records/files/outgoing.ts";
import { restoreConnection } from "../../records/imports/arrivals/find-connection.ts";
import { createBatchStore } from "../../records/imports/batches/batch-store.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { type CancelsImports, cancelUnsent } from "./cancel-unsent.ts";
import { registerImports } from "./import-change.ts";
import { type MarkChange, markDone, writeMarks } from "./mark-done.ts";
import { stepPage } from "./plan/steps.ts";
import { revertPractice } from "./revert-practice.ts";

/** Work that reads whole imports; done in a process of its own behind the window. */
export interface UndoJobs {
  plan(importId: number): Promise<UndoPlan>;
  prepare(importId: number): Promise<readonly number[]>;
  exportIrreversible(request: {
    readonly importId: number;
    readonly format: TableFormat;
    readonly path: string;
  }): Promise<null>;
}

/** Undoing imports, for the window. */
export interface Undo {
  plan(importId: number): Promise<UndoPlan>;
  steps(about: {
    readonly importId: number;
    readonly offset: number;
    readonly limit: number;
  }): Page<UndoStep>;
  markDone(about: Parameters<typeof markDone>[1]): void;
  /** Cancels what is unsent and makes drafts; asking again answers those that still wait. */
  start(importId: number): Promise<UndoStarted>;
  /** Cancels what is unsent and undoes what has arrived at the practice server. */
  revert(importId: number): Promise<void>;
  export(about: { readonly importId: number; readonly format: TableFormat }): Promise<SavedFile>;
}

export function createUndo(deps: {
  readonly db: Database;
  readonly vault: Vault;
  readonly queue: CancelsImports;
  /** Something waits to be sent again. */
  readonly onQueued: () => void;
  readonly jobs: UndoJobs;
  readonly practice: { start(): Promise<PracticeServer> };
  readonly host: Pick<Host, "saveFile" | "emit">;
  readonly undoLog: UndoLog;
}): Undo {
  const { db, vault, queue, jobs, host, undoLog } = deps;
  const store = createBatchStore(db, vault);
  const draftsOf = db.prepare("SELECT id FROM drafts WHERE restores = ? ORDER BY id").pluck();
  undoLog.register("undo-marks", {
    inTransaction: true,
    apply(payload, direction) {
      const change = payload as MarkChange;
      writeMarks(db, { ...change, done: change.done === (direction === "redo") });
    },
  });
  registerImports(db, undoLog, {
    store,
    start,
    onRedone(importId) {
      host.emit({ kind: "queue" });
      host.emit({ kind: "import", importId });
      host.emit({ kind: "drafts" });
      deps.onQueued();
    },
  });

  async function start(importId: number): Promise<UndoStarted> {
    const { cancelled, underWay } = cancelUnsent(db, queue, importId, undoLog);
    const waiting = draftsOf.all(importId) as number[];
    if (waiting.length > 0) return { cancelled, underWay, draftIds: waiting };
    host.emit({ kind: "queue" });
    host.emit({ kind: "import", importId });
    if (underWay > 0) return { cancelled, underWay, draftIds: [] };
    // What was cancelled is done, though nothing can be put back.
    const blocked = restoreConnection(db, importId).kind === "blocked";
    const draftIds = blocked && cancelled > 0 ? [] : await jobs.prepare(importId);
    if (draftIds.length > 0) host.emit({ kind: "drafts" });
    return { cancelled, underWay, draftIds };
  }

  async function revert(importId: number): Promise<void> {
    const params = cancelUnsent(db, queue, importId, undoLog);
    host.emit({ kind: "queue" });
    if (params.underWay > 0) throw new AppError("undo-sending", { params: { ...params } });
    const { admin } = await jobs.plan(importId);
    if (!admin.byProgram) throw new AppError("practice-undo-unclear");
    revertPractice(db, await deps.practice.start(), importId);
    host.emit({ kind: "import", importId });
  }

  return {
    plan: (importId) => jobs.plan(importId),
    steps: ({ importId, ...page }) => stepPage(db, importId, page),
    markDone(about) {
      markDone(db, about, (change) =>
        undoLog.record({
          label: change.done ? "marked-done" : "marked-not-done",
          entries: [{ kind: "undo-marks", payload: change }],
        }),
      );
      host.emit({ kind: "import", importId: about.importId });
    },
    start,
    revert,
    async export({ importId, format }) {
      const path = outgoingPath(dirname(db.name), format);
      try {
        await jobs.exportIrreversible({ importId, format, path });
        return await host.saveFile(path, `undo-${importId}.${format}`);
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
  };
}
