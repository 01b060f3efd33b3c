import { useEffect } from "react";
import { useStable } from "../../../kit/use-stable.ts";
import type { Place } from "../grid-keys.ts";
import type { RowPages } from "./use-row-pages.ts";

/** How what stands around a grid (the search, say) moves in it and hears where a person is. */
export interface ToldPlace {
  /** The grid goes to this cell whenever another object is given, even for the same cell. */
  readonly goal?: Place | null;
  /** Told of the row where the person is. */
  readonly onRow?: (row: number) => void;
  /** Told how many rows there are, once that is known. */
  readonly onTotal?: (total: number) => void;
}

export function useTold(
  { goal = null, onRow, onTotal }: ToldPlace,
  about: {
    readonly pages: RowPages;
    readonly at: Place;
    readonly go: (place: Place) => void;
    readonly setAt: (place: Place) => void;
  },
): void {
  const { pages, at, go, setAt } = about;
  const { total } = pages;
  const isKnown = pages.loaded && !pages.waiting;
  useEffect(() => {
    if (isKnown) onTotal?.(total);
  }, [isKnown, total, onTotal]);
  useEffect(() => onRow?.(at.row), [at.row, onRow]);
  // Fewer rows than before: the last one is where the person is now.
  if (isKnown && total > 0 && at.row >= total) setAt({ ...at, row: total - 1 });
  const goTo = useStable(go);
  useEffect(() => {
    if (goal !== null) goTo(goal);
  }, [goal, goTo]);
}
