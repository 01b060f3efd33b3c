import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FieldName, SECRET_FIELDS } from "../../../../preload/fields.ts";
import type { RowFilter } from "../../../../preload/types.ts";
import type { GridProps } from "../../../components/grid/grid.tsx";
import type { Place } from "../../../components/grid/grid-keys.ts";
import { announce } from "../../../kit/messages/announce.tsx";
import { useTexts } from "../../../kit/text/use-texts.ts";
import { useStable } from "../../../kit/use-stable.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { FindBar } from "./find-bar.tsx";
import { type ChosenView, useView } from "./use-view.ts";
import { ValuesDialog } from "./values-dialog.tsx";
import { ViewBar } from "./view-bar.tsx";

export interface ReviewRows {
  readonly chosen: ChosenView;
  /** Stands above the grid. */
  readonly bar: ReactNode;
  readonly dialog: ReactNode;
  /** For the grid. */
  readonly grid: Pick<GridProps, "heads" | "goal" | "onRow" | "onTotal">;
}

function focusGrid(): void {
  document.querySelector<HTMLElement>("[role=grid]")?.focus({ preventScroll: true });
}

/** Finding, filtering and ordering in the review: what is chosen, and what stands around the grid. */
export function useReviewRows(draftId: number, first: RowFilter): ReviewRows {
  const { t } = useTranslation("import");
  const texts = useTexts();
  const chosen = useView(first);
  const [asked, setAsked] = useState<number | null>(null);
  const [goal, setGoal] = useState<Place | null>(null);
  const [choosing, setChoosing] = useState<FieldName | null>(null);
  const [shown, setShown] = useState<number | null>(null);
  const row = useRef(0);
  const view = JSON.stringify([chosen.filter, chosen.view]);
  const spoken = useRef(view);
  const openFind = useStable(() => setAsked((before) => (before === null ? 0 : before + 1)));
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isFind = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
      // Not from within a dialog: the rows below it cannot be seen.
      const isCovered = document.querySelector("[role=dialog]") !== null;
      if (!isFind || event.altKey || event.shiftKey || isCovered) return;
      event.preventDefault();
      openFind();
    };
    // While capturing: a cell that is being corrected would stop the event.
    addEventListener("keydown", listen, true);
    return () => removeEventListener("keydown", listen, true);
  }, [openFind]);
  const onTotal = useStable((total: number) => {
    setShown(total);
    const { problem } = chosen.view;
    // The last row with this problem is corrected: rows with the other problems are shown again.
    if (total === 0 && problem !== undefined) chosen.toggleProblem(problem);
    if (spoken.current === view) return;
    spoken.current = view;
    announce(t("review.view.shown", { count: total }));
  });
  const onRow = useStable((now: number) => {
    row.current = now;
  });
  const findBar = asked !== null && (
    <FindBar
      draftId={draftId}
      chosen={chosen}
      here={() => row.current}
      onFound={setGoal}
      asked={asked}
      onClose={() => {
        setAsked(null);
        focusGrid();
      }}
    />
  );
  const { sort, values = [] } = chosen.view;
  return {
    chosen,
    bar: (
      <ViewBar
        chosen={chosen}
        shown={shown}
        onFind={openFind}
        onTaken={focusGrid}
        findBar={findBar || null}
      />
    ),
    dialog: choosing !== null && (
      <ValuesDialog
        draftId={draftId}
        field={choosing}
        chosen={chosen}
        onClose={() => setChoosing(null)}
      />
    ),
    grid: {
      ...{ goal, onRow, onTotal },
      heads: {
        hasMenu: (field) => !SECRET_FIELDS.has(field),
        stateOf: (field) => ({
          sorted: sort?.field === field ? (sort.descending ? "descending" : "ascending") : "none",
          filtered: values.some((each) => each.field === field),
        }),
        menu: (field, value) => (
          <ColumnMenu
            field={field}
            name={texts.field(field)}
            chosen={chosen}
            value={value}
            onChooseValues={() => setChoosing(field)}
          />
        ),
      },
    },
  };
}
