import { type RefObject, useLayoutEffect, useState } from "react";

/** Pixels inside an element, without its scroll bars. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** The height of the scroll bar at the lower edge. */
  readonly bar: number;
}

/**
 * An element's room as it is now. Container units would not do: they count a scroll bar that takes
 * room of its own (Windows) to the width.
 */
export function useRoom(box: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 0, height: 0, bar: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = () => {
      const { clientWidth: width, clientHeight: height, clientTop: border } = element;
      const bar = Math.max(0, element.offsetHeight - height - 2 * border);
      setRoom((old) => {
        const isSame = old.width === width && old.height === height && old.bar === bar;
        return isSame ? old : { width, height, bar };
      });
    };
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [box]);
  return room;
}
