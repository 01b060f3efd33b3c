import { useEffect, useState } from "react";
import { type DrawnRows, drawnFor, NO_ROWS, withMore } from "./drawn-rows.ts";

/** Milliseconds after which nobody is scrolling any more. */
const REST_MS = 60;

/** The rows to draw for those in sight: the others near them come when the scrolling rests. */
export function useDrawnRows(first: number, last: number, rows: number): DrawnRows {
  const [before, setDrawn] = useState(NO_ROWS);
  const drawn = drawnFor(before, { first, last }, rows);
  // While it draws, so that nothing else is drawn in between.
  if (drawn !== before) setDrawn(drawn);
  useEffect(() => {
    if (withMore(drawn) === drawn) return;
    const timer = setTimeout(() => setDrawn(withMore), REST_MS);
    return () => clearTimeout(timer);
  }, [drawn]);
  return drawn;
}
