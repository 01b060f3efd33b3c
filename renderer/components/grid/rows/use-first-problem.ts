import { useLayoutEffect, useRef } from "react";
import { cellId, type Place } from "../grid-keys.ts";
import type { RowPages } from "./use-row-pages.ts";

/** Where only rows with problems are shown, the first problem is in sight from the start. */
export function useFirstProblem(
  pages: RowPages,
  wanted: boolean,
  onFound: (place: Place) => void,
): void {
  const found = useRef(false);
  const row = wanted ? pages.rowAt(0) : null;
  const field = row?.problems[0]?.field ?? null;
  const index = field === null ? -1 : pages.fields.indexOf(field);
  // In the same moment as the rows: a key pressed before would mean another cell.
  useLayoutEffect(() => {
    if (found.current || index < 0) return;
    found.current = true;
    const place = { row: 0, column: index + 1 };
    onFound(place);
    document.getElementById(cellId(place))?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [index, onFound]);
}
