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
    if (lost <= 0 || cell === null || box.current === null) return;
    const edge = box.current.getBoundingClientRect().bottom;
    const { top, bottom } = cell.getBoundingClientRect();
    const wasInSight = top < edge + lost;
    if (wasInSight && bottom > edge) cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
}
