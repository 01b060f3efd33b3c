import { type PointerEvent, type RefObject, useEffect, useRef } from "react";
import { useStable } from "../../../kit/use-stable.ts";
import { type Place, placeOf } from "../grid-keys.ts";
import { ROW } from "../grid-layout.ts";

/** Pixels a frame by which the grid scrolls at most while the mouse is held beyond its edge. */
const FASTEST = 48;

/**
 * Selects the cells that the pressed mouse is drawn over, as in a spreadsheet; held beyond an edge,
 * it brings into sight what lies there.
 * @returns what to do where the mouse is pressed in the grid
 */
export function useDrawnSelection(
  box: RefObject<HTMLElement | null>,
  choose: (place: Place, isExtended: boolean) => void,
): (event: PointerEvent) => void {
  const stop = useRef<(() => void) | null>(null);
  const select = useStable(choose);
  useEffect(() => () => stop.current?.(), []);

  return ({ target, pointerType, button, shiftKey, clientX, clientY }) => {
    const grid = box.current;
    const pressed = placeOf(target);
    const isPlain =
      pointerType === "mouse" && button === 0 && !(target instanceof HTMLInputElement);
    if (!isPlain || grid === null || pressed === null) return;
    stop.current?.();
    select(pressed, shiftKey);
    let last = pressed;
    const point = { x: clientX, y: clientY };
    const move = (event: globalThis.PointerEvent) => {
      // Released where this page hears nothing of it.
      if (event.buttons % 2 === 0) stop.current?.();
      point.x = event.clientX;
      point.y = event.clientY;
    };
    const follow = () => {
      frame = requestAnimationFrame(follow);
      const { left, top, right, bottom } = cellsOf(grid, pressed.column > 0);
      const x = Math.max(left, Math.min(right, point.x));
      const y = Math.max(top, Math.min(bottom, point.y));
      grid.scrollBy(atMost(point.x - x), atMost(point.y - y));
      const under = document.elementFromPoint(x, y);
      const place = under !== null && grid.contains(under) ? placeOf(under) : null;
      if (place === null || (place.row === last.row && place.column === last.column)) return;
      last = place;
      select(place, true);
    };
    let frame = requestAnimationFrame(follow);
    const end = () => stop.current?.();
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    stop.current = () => {
      stop.current = null;
      cancelAnimationFrame(frame);
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
    };
  };
}

/** Where on the screen the cells are in sight that scroll, without the column of the row numbers. */
function cellsOf(grid: HTMLElement, withoutFirst: boolean) {
  const { left, top } = grid.getBoundingClientRect();
  const first = withoutFirst ? (grid.querySelector("th")?.offsetWidth ?? 0) : 0;
  return {
    left: left + grid.clientLeft + first + 1,
    top: top + grid.clientTop + ROW + 1,
    right: left + grid.clientLeft + grid.clientWidth - 2,
    bottom: top + grid.clientTop + grid.clientHeight - 2,
  };
}

function atMost(pixels: number): number {
  return Math.max(-FASTEST, Math.min(FASTEST, pixels));
}
