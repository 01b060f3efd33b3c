import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { CallInput } from "../../../../preload/contract.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type {
  CheckState,
  Draft,
  RowFilter,
  RowPage,
  RowView,
  StagedRow,
} from "../../../../preload/types.ts";
import { announce } from "../../../kit/messages/announce.tsx";
import { showError } from "../../../kit/messages/show-error.tsx";
import { errorData } from "../../../query/call.ts";
import { refresh } from "../../../query/store-result.ts";
import { useAction } from "../../../query/use-action.ts";
import { useCall } from "../../../query/use-call.ts";

/** One changed cell, with the value from before, so that it can be taken back. */
export interface Correction {
  readonly index: number;
  readonly field: FieldName;
  readonly before: string;
  readonly after: string;
}

/** Cells that are corrected as one change. */
export type ManyCells = Omit<CallInput<"drafts.correctCells">, "draftId">;

/** What a person does in the grid itself. */
export interface GridCorrections {
  /** Absent where cells can be corrected only one at a time. */
  correctCells?(cells: ManyCells): void;
  correct(correction: Correction): void;
  leaveOut(row: StagedRow): void;
  undo(): void;
  redo(): void;
}

export interface Corrections extends GridCorrections {
  applyToAll(what: Omit<CallInput<"drafts.applyToAll">, "draftId">): void;
  /** Something is being taken back, done again or corrected everywhere. */
  readonly busy: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Corrections of cells with undo and redo. The shown rows are corrected in place, so that none jumps away. */
export function useCorrections(
  draftId: number,
  shown: { readonly filter: RowFilter; readonly view: RowView },
): Corrections {
  const { t } = useTranslation("import");
  const client = useQueryClient();
  const history = useCall("drafts.undoState", { draftId }).data;

  const showCheck = (check: CheckState) => {
    client.setQueryData<Draft>(["drafts.get", { draftId }], (draft) =>
      draft === undefined ? draft : { ...draft, check },
    );
    dropOtherFilters();
  };
  const showRow = (index: number, change: (row: StagedRow) => StagedRow) =>
    client.setQueriesData<RowPage>(
      { predicate: ({ queryKey }) => isShown(queryKey, draftId, shown) },
      (page) =>
        page === undefined
          ? page
          : { ...page, rows: page.rows.map((row) => (row.index === index ? change(row) : row)) },
    );
  const dropOtherFilters = () =>
    client.removeQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] === "drafts.rows" && !isShown(queryKey, draftId, shown),
    });
  const cell = useAction("drafts.correctCell", {
    onSuccess: ({ row, check }) => {
      showRow(row.index, () => row);
      showCheck(check);
      refresh(client, "drafts.problems", "drafts.problemKinds", "drafts.undoState");
      refresh(client, "drafts.find", "drafts.shownValues");
    },
  });
  const leaveOut = useAction("drafts.leaveOut", {
    onSuccess: (check, { indexes, leftOut }) => {
      for (const index of indexes) showRow(index, (row) => ({ ...row, leftOut }));
      showCheck(check);
      refresh(client, "drafts.problemKinds", "drafts.undoState", "drafts.find");
    },
  });
  /** Anything may have changed: the rows in sight are asked for again. */
  const showAgain = (): void =>
    refresh(
      client,
      ...(["drafts.get", "drafts.rows", "drafts.problems"] as const),
      ...(["drafts.problemKinds", "drafts.undoState"] as const),
      ...(["drafts.find", "drafts.shownValues"] as const),
    );
  const turned = {
    onSuccess: showAgain,
    onError: (error: Error) => {
      showAgain();
      if (errorData(error).code !== "undo-log-empty") showError(error);
    },
  };
  const undo = useAction("drafts.undo", turned);
  const redo = useAction("drafts.redo", turned);
  const all = useAction("drafts.applyToAll", {
    onSuccess: ({ changed }) => {
      announce(t("review.changedRows", { count: changed }));
      showAgain();
    },
  });
  const many = useAction("drafts.correctCells", {
    onSuccess: ({ changed, closed }) => {
      const told = t("review.block.changed", { count: changed });
      announce(closed === 0 ? told : `${told} ${t("review.block.closed", { count: closed })}`);
      showAgain();
    },
  });
  const busy = many.isPending || undo.isPending || redo.isPending || all.isPending;

  return {
    correct: ({ index, field, after }) => cell.mutate({ draftId, index, field, value: after }),
    leaveOut: (row) => leaveOut.mutate({ draftId, indexes: [row.index], leftOut: !row.leftOut }),
    correctCells(cells) {
      if (!busy) many.mutate({ draftId, ...cells });
    },
    applyToAll: (what) => all.mutate({ draftId, ...what }),
    // By key also while the last change is on its way: the main process does one after the other.
    undo() {
      if (!busy) undo.mutate({ draftId });
    },
    redo() {
      if (!busy) redo.mutate({ draftId });
    },
    busy,
    canUndo: !busy && (history?.undo ?? null) !== null,
    canRedo: !busy && (history?.redo ?? null) !== null,
  };
}

function isShown(
  queryKey: readonly unknown[],
  draftId: number,
  shown: { readonly filter: RowFilter; readonly view: RowView },
): boolean {
  const [name, input] = queryKey;
  return (
    name === "drafts.rows" &&
    typeof input === "object" &&
    input !== null &&
    "draftId" in input &&
    input.draftId === draftId &&
    "filter" in input &&
    input.filter === shown.filter &&
    "view" in input &&
    JSON.stringify(input.view) === JSON.stringify(shown.view)
  );
}
