import { type RefObject, useCallback, useState } from "react";
import { SECRET_FIELDS } from "../../../../preload/fields.ts";
import type { StagedRow } from "../../../../preload/types.ts";
import { announce } from "../../../kit/messages/announce.tsx";
import { useStable } from "../../../kit/use-stable.ts";
import type { Onward } from "../cell-input.tsx";
import { isCell, neighbour, type Place } from "../grid-keys.ts";
import type { GridCorrections } from "./use-corrections.ts";
import type { RowPages } from "./use-row-pages.ts";

type Editing = Place & { readonly text: string | null };

export interface CellEditing {
  readonly editing: Editing | null;
  start(place: Place, text: string | null): void;
  stop(): void;
  commit(place: Place, value: string, then: Onward): void;
  empty(place: Place): void;
  leaveOut(row: StagedRow): void;
}

/** Correcting cells in place; rows that have been sent, and hidden values, stay as they are. */
export function useCellEditing(about: {
  readonly box: RefObject<HTMLElement | null>;
  readonly pages: RowPages;
  readonly corrections: GridCorrections;
  /** Why a row that has been sent cannot be changed. */
  readonly sent: string;
  readonly go: (place: Place) => void;
  readonly setAt: (place: Place) => void;
}): CellEditing {
  const { box, pages, corrections, sent, go, setAt } = about;
  const [editing, setEditing] = useState<Editing | null>(null);
  const fieldAt = (place: Place) => {
    const field = pages.fields[place.column - 1];
    return field === undefined || SECRET_FIELDS.has(field) ? null : field;
  };
  /** Whether the row has been sent; if so, tells the person why it cannot be changed. */
  const isOver = (place: Place): boolean => {
    const over = pages.rowAt(place.row)?.sent === true;
    if (over) announce(sent);
    return over;
  };
  const put = (place: Place, value: string) => {
    const row = pages.rowAt(place.row);
    const field = pages.fields[place.column - 1];
    const before = row?.values[place.column - 1];
    if (row !== null && field !== undefined && before !== undefined && before !== value) {
      corrections.correct({ index: row.index, field, before, after: value });
    }
  };
  const stop = useCallback(() => {
    setEditing(null);
    box.current?.focus({ preventScroll: true });
  }, [box]);
  return {
    editing,
    stop,
    start(place, text) {
      if (fieldAt(place) === null) return;
      setAt(place);
      if (!isOver(place)) setEditing({ ...place, text });
    },
    commit: useStable((place: Place, value: string, then: Onward) => {
      put(place, value);
      stop();
      const to = neighbour(place, then);
      const size = { rows: pages.total, columns: pages.fields.length };
      if (then !== "stay" && isCell(to, size)) go(to);
    }),
    empty(place) {
      if (fieldAt(place) !== null && !isOver(place)) put(place, "");
    },
    leaveOut: useStable((row: StagedRow) =>
      row.sent ? announce(sent) : corrections.leaveOut(row),
    ),
  };
}
