import { useQueryClient } from "@tanstack/react-query";
import type { GridCorrections } from "../../components/grid/rows/use-corrections.ts";
import { refresh } from "../../query/store-result.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";

/** Corrections of a batch's rows; what is undone here is undone as everywhere. */
export function useBatchCorrections(batchId: number): GridCorrections {
  const client = useQueryClient();
  const onSuccess = () => refresh(client, "batches.rows", "undo.state");
  const cell = useAction("batches.correctCell", { onSuccess });
  const leaveOut = useAction("batches.leaveOut", { onSuccess });
  const undo = useAction("undo.undo");
  const redo = useAction("undo.redo");
  const history = useCall("undo.state", {});
  /** The last change, and no other: asked for now, as what was just done may not be shown yet. */
  const turn = async (direction: "undo" | "redo") => {
    const { data } = await history.refetch();
    const changeId = data?.[direction]?.id;
    if (changeId !== undefined) ({ undo, redo })[direction].mutate({ changeId });
  };
  return {
    correct: ({ index, field, after }) => cell.mutate({ batchId, index, field, value: after }),
    leaveOut: (row) => leaveOut.mutate({ batchId, indexes: [row.index], leftOut: !row.leftOut }),
    undo: () => void turn("undo"),
    redo: () => void turn("redo"),
  };
}
