import { useEffect, useRef, useState } from "react";

const WINDOW_MS = 20_000;

export interface Pace {
  /** Rows a second over the last seconds; null until two answers have come. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

interface Sample {
  readonly at: number;
  readonly rows: number;
}

const UNKNOWN: Pace = { perSecond: null, secondsLeft: null };

/**
 * How fast rows are answered for, from the moments at which the count changed: what was there when
 * the page opened, or when sending went on, came at a moment nobody knows.
 */
export function usePace(done: number, total: number, moving: boolean): Pace {
  const samples = useRef<readonly Sample[]>([]);
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
    const at = Date.now();
    const recent = samples.current.filter((one) => at - one.at < WINDOW_MS);
    samples.current = [...recent, { at, rows: done }];
    const oldest = recent[0];
    if (oldest === undefined || at - oldest.at < 500) return;
    const rows = done - oldest.rows;
    setPerSecond(rows > 0 ? (rows * 1000) / (at - oldest.at) : null);
  }, [done]);
  if (perSecond === null || !moving) return UNKNOWN;
  return { perSecond, secondsLeft: (total - done) / perSecond };
}
