import { MOST_AT_ONCE } from "../../../../preload/connection-settings.ts";

/**
 * How many requests a connection has on their way at once, from what became of the last ones: one
 * more after each answer up to what the connection allows, and fewer where rows get through no faster by
 * it or where the platform asks for patience. Pure.
 */
export interface Flights {
  /** How many may be on their way. */
  readonly allowed: number;
  /** Answers since that was changed. */
  readonly answers: number;
  /** Milliseconds of an answer, smoothed, while so many were on their way: by their number. */
  readonly took: Readonly<Record<number, number>>;
  /** More than this is tried only after a long time without trouble. */
  readonly most: number;
}

export const FIRST_FLIGHTS: Flights = { allowed: 1, answers: 0, took: {}, most: MOST_AT_ONCE };

/** Answers after which more is tried again where it was no use or too much. */
const PATIENT_ANSWERS = 50;
/** Rounds of answers after which one more on its way is judged. */
const JUDGED_ROUNDS = 2;
/** By how much more rows a second one more on its way pays. */
const WORTH = 1.1;
/** Weight of the newest answer. */
const NEWEST = 0.3;

/** One answer: how long it took, and how many were on their way when it began, itself among them. */
export interface Flight {
  readonly ms: number;
  readonly onTheirWay: number;
}

/** @param parallel as many as the connection allows */
export function afterFlight(
  { allowed, answers, took, most }: Flights,
  { ms, onTheirWay }: Flight,
  parallel: number,
): Flights {
  const before = took[onTheirWay];
  const smoothed = before === undefined ? ms : before + NEWEST * (ms - before);
  const next = { allowed, answers: answers + 1, took: { ...took, [onTheirWay]: smoothed }, most };
  if (next.answers >= JUDGED_ROUNDS * allowed && !isWorth(next.took, allowed)) {
    const fewer = allowed - 1;
    // What is slow with so many may be otherwise later: found anew when it is tried again.
    const { [allowed]: _, ...kept } = next.took;
    return { allowed: fewer, answers: 0, took: kept, most: fewer };
  }
  if (allowed < Math.min(most, parallel)) return { ...next, allowed: allowed + 1, answers: 0 };
  if (next.answers >= PATIENT_ANSWERS && most < MOST_AT_ONCE) {
    return { ...next, most: most + 1, answers: 0 };
  }
  return next;
}

/** @param busy whether the platform had too much to do, as far as its answer tells */
export function afterFlightTrouble({ allowed, most }: Flights, busy: boolean): Flights {
  const fewer = Math.max(1, Math.floor(allowed / 2));
  return { ...FIRST_FLIGHTS, most: busy ? Math.min(most, fewer) : most };
}

/** Whether rows get through faster than with fewer on their way; yes where nobody knows. */
function isWorth(took: Flights["took"], allowed: number): boolean {
  const now = took[allowed];
  if (now === undefined) return true;
  for (let fewer = allowed - 1; fewer > 0; fewer -= 1) {
    const before = took[fewer];
    if (before !== undefined) return allowed / now >= (WORTH * fewer) / before;
  }
  return true;
}
