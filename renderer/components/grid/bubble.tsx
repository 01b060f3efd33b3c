import { type ReactNode, useLayoutEffect, useRef } from "react";
import styles from "./bubble.module.css";

/**
 * Stays inside the grid: moved left where it would be cut, above its cell in the last rows. Placed
 * anew when the grid scrolls its cell into sight and when either changes its size.
 */
export function Bubble({ children }: { readonly children: ReactNode }) {
  const bubble = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    const grid = element?.closest("table");
    if (element === null || grid === null || grid === undefined) return;
    const place = () => {
      element.style.removeProperty("--shift");
      delete element.dataset.above;
      const own = element.getBoundingClientRect();
      const around = grid.getBoundingClientRect();
      const cut = own.right - (around.left + grid.clientLeft + grid.clientWidth);
      if (cut > 0) element.style.setProperty("--shift", `${-cut}px`);
      if (own.bottom > around.top + grid.clientHeight) element.dataset.above = "true";
    };
    place();
    const observer = new ResizeObserver(place);
    observer.observe(grid);
    observer.observe(element);
    grid.addEventListener("scroll", place, { passive: true });
    return () => {
      observer.disconnect();
      grid.removeEventListener("scroll", place);
    };
  }, []);
  return (
    <span ref={bubble} className={styles.bubble}>
      {children}
    </span>
  );
}
