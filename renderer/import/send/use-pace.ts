import { useEffect, useRef, useState } from "react";

const WINDOW_MS = 20_000;

export interface Pace {
  /** Rows a second over the last seconds; null until two moments are known. */
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

interface Sample {
  readonly at: number;
  readonly rows: number;
}

/** How fast rows are answered for, from the moments at which the count changed. */
export function usePace(done: number, total: number): Pace {
  const samples = useRef<readonly Sample[]>([]);
  const [perSecond, setPerSecond] = useState<number | null>(null);
  useEffect(() => {
    const at = Date.now();
    const recent = samples.current.filter((one) => at - one.at < WINDOW_MS);
    samples.current = [...recent, { at, rows: done }];
    const oldest = samples.current[0];
    if (oldest === undefined || at - oldest.at < 500) return;
    const rows = done - oldest.rows;
    setPerSecond(rows > 0 ? (rows * 1000) / (at - oldest.at) : null);
  }, [done]);
  return {
    perSecond,
    secondsLeft: perSecond === null ? null : (total - done) / perSecond,
  };
}
