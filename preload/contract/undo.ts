import { z } from "zod";
import { TABLE_FORMATS } from "../choices.ts";
import type { Page, SavedFile, UndoPlan, UndoStarted, UndoState, UndoStep } from "../types.ts";
import { call, id, nothing, page } from "./shapes.ts";

/** The change as the window shows it; whatever is newest where absent. */
const change = z.strictObject({ changeId: id.optional() });

export const undoCalls = {
  "undo.plan": call<UndoPlan>()(z.strictObject({ importId: id })),
  /** Undo states to be undone in the admin pages, newest first. */
  "undo.steps": call<Page<UndoStep>>()(z.strictObject({ importId: id, ...page })),
  /** Marks one undo state, or all of the import, as undone in the admin pages; or not. */
  "undo.markDone": call<null>()(
    z.strictObject({
      importId: id,
      step: z.strictObject({ batchId: id, arrival: id }).nullable(),
      done: z.boolean(),
    }),
  ),
  /** Cancels what is not sent and prepares drafts that put earlier values back. */
  "undo.start": call<UndoStarted>()(z.strictObject({ importId: id })),
  /** Cancels what is not sent and lets the practice server put back what it has taken. */
  "undo.revert": call<null>()(z.strictObject({ importId: id })),
  "undo.export": call<SavedFile>()(z.strictObject({ importId: id, format: z.enum(TABLE_FORMATS) })),
  /** Changes of local data: mappings, connections, queue, corrected cells. */
  "undo.state": call<UndoState>()(nothing),
  "undo.undo": call<UndoState>()(change),
  "undo.redo": call<UndoState>()(change),
  /** Leaves an import as it is, so that what was changed before it can be taken back. */
  "undo.keepImport": call<UndoState>()(z.strictObject({ importId: id })),
} as const;
