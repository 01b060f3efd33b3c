import { startTransition, useEffect, useState } from "react";

/**
 * How many items of a long list to show: the first at once, the others little by little, so that
 * the page answers in between. 100 selects made at once would take a quarter of a second.
 */
export function useGradually(total: number, first: number, step: number): number {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (shown < total) startTransition(() => setShown(shown + step));
  }, [shown, total, step]);
  return Math.min(shown, total);
}
