import { useQueryClient } from "@tanstack/react-query";
import type { GridEdits } from "../../components/grid/rows/use-edits.ts";
import { refresh } from "../../query/store-result.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

/** Corrections of a batch's rows; what is undone here is undone as everywhere. */
export function useMendEdits(batchId: number): GridEdits {
  const client = useQueryClient();
  const onSuccess = () => refresh(client, "batches.rows", "undo.state");
  const cell = useAction("batches.editCell", { onSuccess });
  const leaveOut = useAction("batches.leaveOut", { onSuccess });
  const undo = useAction("undo.undo");
  const redo = useAction("undo.redo");
  const history = useCall("undo.state", {}).data;
  /** The change as it is shown, and no other. */
  const turn = (direction: "undo" | "redo") => {
    const changeId = history?.[direction]?.id;
    if (changeId !== undefined) ({ undo, redo })[direction].mutate({ changeId });
  };
  return {
    edit: ({ index, field, after }) => cell.mutate({ batchId, index, field, value: after }),
    exclude: (row) => leaveOut.mutate({ batchId, indexes: [row.index], leftOut: !row.excluded }),
    undo: () => turn("undo"),
    redo: () => turn("redo"),
  };
}
