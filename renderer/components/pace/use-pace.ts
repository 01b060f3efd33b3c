import { useEffect, useRef, useState } from "react";
import { createPaceMeter } from "../../../preload/pace-meter.ts";

/**
 * Rows a second, measured from the moments at which the count of answered rows changed; null until it
 * can be told, and while nothing goes out.
 */
export function usePace(answered: number, moving: boolean): number | null {
  const [meter] = useState(createPaceMeter);
  const [perSecond, setPerSecond] = useState<number | null>(null);
  useEffect(() => {
    meter.tell(performance.now(), answered, moving);
    setPerSecond(meter.perSecond());
  }, [meter, answered, moving]);
  return moving ? perSecond : null;
}

/** Rows that were answered for since the first look, where only those that are left are told. */
export function useAnswered(left: number): number {
  const before = useRef(left);
  const answered = useRef(0);
  // What is queued meanwhile is no answer.
  answered.current += Math.max(0, before.current - left);
  before.current = left;
  return answered.current;
}
