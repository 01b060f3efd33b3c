import { type ReactNode, useEffect, useRef, useState } from "react";

export interface ScrollBoxProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** What lets the arrow keys scroll a box; only worth a stop for Tab where there is something to scroll. */
const SCROLLABLE = { role: "region", tabIndex: 0 } as const;

/** A box that scrolls, by keyboard too. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setOverflows(
        element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
      ),
    );
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className={className}
      {...(overflows ? { ...SCROLLABLE, "aria-label": label } : {})}
    >
      {children}
    </div>
  );
}
