import type { HandlersFor } from "../../common/calls.ts";
import type { UndoLog } from "../../records/undo-log/log.ts";
import type { Undo } from "./undo.ts";

/** The calls that take imports back, and what a person changed here. */
export function undoCalls({
  undo,
  undoLog,
}: {
  readonly undo: Undo;
  readonly undoLog: UndoLog;
}): HandlersFor<"undo"> {
  return {
    "undo.plan": ({ importId }) => undo.plan(importId),
    "undo.steps": (input) => undo.steps(input),
    "undo.markDone": (input) => {
      undo.markDone(input);
      return null;
    },
    "undo.start": ({ importId }) => undo.start(importId),
    "undo.revert": async ({ importId }) => {
      await undo.revert(importId);
      return null;
    },
    "undo.export": (input) => undo.export(input),
    "undo.state": () => undoLog.state(),
    "undo.undo": (input) => undoLog.undo(input),
    "undo.redo": (input) => undoLog.redo(input),
    "undo.keepImport": ({ importId }) => undoLog.keepImport(importId),
  };
}
