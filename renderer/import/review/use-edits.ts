import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldName } from "../../../preload/fields.ts";
import type { CheckState, Draft, RowFilter, RowPage, StagedRow } from "../../../preload/types.ts";
import { refresh } from "../../query/store-result.ts";
import { useAction } from "../../query/use-action.ts";

/** One change the person made, the way back included. */
export interface Edit {
  readonly index: number;
  readonly field: FieldName;
  readonly before: string;
  readonly after: string;
}

export interface Edits {
  edit(edit: Edit): void;
  exclude(row: StagedRow): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Edits of cells with undo and redo. The shown rows are mended in place, so that none jumps away. */
export function useEdits(draftId: number, filter: RowFilter): Edits {
  const client = useQueryClient();
  const [done, setDone] = useState<readonly Edit[]>([]);
  const [undone, setUndone] = useState<readonly Edit[]>([]);

  const showCheck = (check: CheckState) => {
    client.setQueryData<Draft>(["drafts.get", { draftId }], (draft) =>
      draft === undefined ? draft : { ...draft, check },
    );
    dropOtherFilters();
  };
  const showRow = (index: number, change: (row: StagedRow) => StagedRow) =>
    client.setQueriesData<RowPage>(
      { predicate: ({ queryKey }) => isShown(queryKey, draftId, filter) },
      (page) =>
        page === undefined
          ? page
          : { ...page, rows: page.rows.map((row) => (row.index === index ? change(row) : row)) },
    );
  const dropOtherFilters = () =>
    client.removeQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === "drafts.rows" && !isShown(queryKey, draftId, filter),
    });
  const cell = useAction("drafts.editCell", {
    onSuccess: ({ row, check }) => {
      showRow(row.index, () => row);
      showCheck(check);
      refresh(client, "drafts.problems");
    },
  });
  const leaveOut = useAction("drafts.exclude", {
    onSuccess: (check, { indexes, excluded }) => {
      for (const index of indexes) showRow(index, (row) => ({ ...row, excluded }));
      showCheck(check);
    },
  });
  const send = (edit: Edit, value: string) =>
    cell.mutate({ draftId, index: edit.index, field: edit.field, value });

  return {
    edit(edit) {
      setDone([...done, edit]);
      setUndone([]);
      send(edit, edit.after);
    },
    exclude: (row) => leaveOut.mutate({ draftId, indexes: [row.index], excluded: !row.excluded }),
    undo() {
      const last = done.at(-1);
      if (last === undefined) return;
      setDone(done.slice(0, -1));
      setUndone([...undone, last]);
      send(last, last.before);
    },
    redo() {
      const last = undone.at(-1);
      if (last === undefined) return;
      setUndone(undone.slice(0, -1));
      setDone([...done, last]);
      send(last, last.after);
    },
    canUndo: done.length > 0,
    canRedo: undone.length > 0,
  };
}

function isShown(queryKey: readonly unknown[], draftId: number, filter: RowFilter): boolean {
  const [name, input] = queryKey;
  return (
    name === "drafts.rows" &&
    typeof input === "object" &&
    input !== null &&
    "draftId" in input &&
    input.draftId === draftId &&
    "filter" in input &&
    input.filter === filter
  );
}
