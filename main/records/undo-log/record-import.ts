import type { UndoRecorder } from "./log.ts";

/** What the undo log keeps of an import. */
export interface QueuedImport {
  readonly importId: number;
  /** Batches that taking it back has cancelled. */
  readonly cancelled: readonly number[];
}

/** Inside the transaction that makes an import visible: it can be taken back, by its plan. */
export function recordImport(
  undoLog: UndoRecorder,
  about: {
    readonly importId: number;
    readonly fileName: string;
    /** The import that it puts earlier values back for. */
    readonly undoes: number | undefined;
  },
): void {
  const { importId, fileName, undoes } = about;
  const payload: QueuedImport = { importId, cancelled: [] };
  undoLog.record({
    label: undoes === undefined ? "import-queued" : "restore-queued",
    params: { name: fileName },
    importId,
    entries: [{ kind: "import", payload }],
  });
}
