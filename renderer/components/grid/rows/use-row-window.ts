import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { useDrawnRows } from "./use-drawn-rows.ts";

/**
 * Which rows of a very long list of equal rows are in sight. Browsers end an element at some
 * 33 million physical pixels, which a million rows exceed; beyond SCROLL_MAX the scroll bar is
 * scaled down, and a row's place is told from where the bar stands.
 */
const SCROLL_MAX = 8_000_000;
const BASE = 64;

export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Height of the scrolled area. */
  readonly height: number;
  /** Rows are placed from this one on, so that they stay where they are while one scrolls. */
  readonly base: number;
  /** Where the base row's upper edge lies in the scrolled area. */
  readonly baseTop: number;
  /** From where the drawn rows are counted: see DrawnRows. */
  readonly origin: number;
  /** Brings a row into sight. */
  show(place: number): void;
  /** How many rows fit into the box. */
  readonly fitting: number;
}

export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  /** Pixels at the upper edge that never scroll away: the names of the columns. */
  headHeight: number,
): RowWindow {
  const [scroll, setScroll] = useState({ top: 0, visible: 600 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = () => {
      const visible = Math.max(rowHeight, element.clientHeight - headHeight);
      setScroll((old) =>
        old.top === element.scrollTop && old.visible === visible
          ? old
          : { top: element.scrollTop, visible },
      );
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener("scroll", read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", read);
    };
  }, [box, rowHeight, headHeight]);

  const full = rows * rowHeight;
  const height = Math.min(full, SCROLL_MAX);
  const scale =
    height === full ? 1 : (full - scroll.visible) / Math.max(1, height - scroll.visible);
  const at = scroll.top * scale;
  const shift = scroll.top - at;
  const fitting = Math.max(1, Math.floor(scroll.visible / rowHeight));
  const { first, last, origin } = useDrawnRows(
    Math.floor(at / rowHeight),
    Math.ceil((at + scroll.visible) / rowHeight),
    rows,
  );

  const show = useCallback(
    (place: number) => {
      const element = box.current;
      if (element === null) return;
      // As high as it is now: what stands around it may have come or gone since it was last drawn.
      const visible = Math.max(rowHeight, element.clientHeight - headHeight);
      const now = element.scrollTop * scale;
      const upper = place * rowHeight;
      const lower = upper + rowHeight;
      if (upper < now) element.scrollTop = upper / scale;
      else if (lower > now + visible) element.scrollTop = (lower - visible) / scale;
    },
    [box, rowHeight, headHeight, scale],
  );
  const base = Math.floor(first / BASE) * BASE;
  return { first, last, origin, height, base, baseTop: base * rowHeight + shift, show, fitting };
}
