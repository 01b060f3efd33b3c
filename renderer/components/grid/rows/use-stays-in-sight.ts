import { type RefObject, useLayoutEffect, useRef } from "react";
import { cellId, type Place } from "../grid-keys.ts";

/** Where the grid loses height, to a long sentence below it, say, the active cell stays in sight. */
export function useStaysInSight(
  box: RefObject<HTMLElement | null>,
  at: Place,
  height: number,
): void {
  const before = useRef(height);
  useLayoutEffect(() => {
    const lost = before.current - height;
    before.current = height;
    const cell = document.getElementById(cellId(at));
    const grid = box.current;
    if (lost <= 0 || cell === null || grid === null) return;
    const { top, bottom } = cell.getBoundingClientRect();
    const edge = grid.getBoundingClientRect().top + grid.clientTop + grid.clientHeight;
    const wasInSight = top < edge + lost;
    // Sideways it stays: whoever has gone to other columns is at work there.
    if (wasInSight && bottom > edge) grid.scrollTop += bottom - edge;
  });
}
