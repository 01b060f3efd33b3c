import { useCallback, useLayoutEffect, useRef } from "react";

/** The same function for as long as the component lives, always doing what the last one does. */
export function useStable<A extends readonly unknown[], R>(
  latest: (...args: A) => R,
): (...args: A) => R {
  const kept = useRef(latest);
  useLayoutEffect(() => {
    kept.current = latest;
  });
  return useCallback((...args: A) => kept.current(...args), []);
}
