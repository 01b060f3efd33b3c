import { useEffect, useRef, useState } from "react";
import { type PaceSample, paceOf, withSample } from "./pace.ts";

export interface Pace {
  /** Rows a second over the last seconds; null until two answers have come. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

const UNKNOWN: Pace = { perSecond: null, secondsLeft: null };

/**
 * How fast rows are answered for, from the moments at which the count changed: what was there when
 * the page opened, or when sending went on, came at a moment nobody knows.
 */
export function usePace(done: number, total: number, moving: boolean): Pace {
  const samples = useRef<readonly PaceSample[]>([]);
  const last = useRef(done);
  const [perSecond, setPerSecond] = useState<number | null>(null);
  useEffect(() => {
    if (moving) return;
    samples.current = [];
    setPerSecond(null);
  }, [moving]);
  useEffect(() => {
    if (last.current === done) return;
    last.current = done;
    samples.current = withSample(samples.current, { at: Date.now(), rows: done });
    const pace = paceOf(samples.current);
    if (pace !== "too-soon") setPerSecond(pace === "unknown" ? null : pace);
  }, [done]);
  if (perSecond === null || !moving) return UNKNOWN;
  return { perSecond, secondsLeft: (total - done) / perSecond };
}
