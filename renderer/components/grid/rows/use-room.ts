import { type RefObject, useLayoutEffect, useState } from "react";

/** An element's inner height in pixels, as it is now. */
export function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = () => setRoom(element.clientHeight);
    const observer = new ResizeObserver(read);
    observer.observe(element);
    read();
    return () => observer.disconnect();
  }, [box]);
  return room;
}
