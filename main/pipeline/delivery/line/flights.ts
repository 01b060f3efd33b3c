import { MOST_AT_ONCE } from "../../../../preload/connection-settings.ts";

/**
 * How many requests a connection has on their way at once, from what became of the last ones: one
 * at first, after its answer as many as the connection allows, and fewer where rows get through as
 * fast by them or where the platform asks for patience. Pure.
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
/** Rounds of answers after which it is judged, each time: a few late ones tell little. */
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
export function afterFlight(flights: Flights, flight: Flight, parallel: number): Flights {
  const next = withAnswer(flights, flight);
  const { allowed, answers, took, most } = next;
  const isJudged = answers % (JUDGED_ROUNDS * allowed) === 0;
  if (isJudged && !isWorth(took, allowed)) return withFewer(next, allowed - 1);
  if (isJudged && mayFewerDo(took, allowed)) return { ...next, allowed: allowed - 1, answers: 0 };
  const limit = Math.min(most, parallel);
  if (allowed < limit && took[allowed + 1] === undefined) {
    return { ...next, allowed: limit, answers: 0 };
  }
  // Fewer are on trial.
  if (allowed < limit && isJudged) {
    const isMoreWorth = isWorth(took, allowed + 1);
    return isMoreWorth ? { ...next, allowed: allowed + 1, answers: 0 } : withFewer(next, allowed);
  }
  if (answers >= PATIENT_ANSWERS && most < MOST_AT_ONCE) {
    return { ...next, most: most + 1, answers: 0 };
  }
  return next;
}

function withAnswer({ allowed, answers, took, most }: Flights, flight: Flight): Flights {
  const { ms, onTheirWay } = flight;
  const before = took[onTheirWay];
  const smoothed = before === undefined ? ms : before + NEWEST * (ms - before);
  return { allowed, answers: answers + 1, took: { ...took, [onTheirWay]: smoothed }, most };
}

/** What is slow with more may be otherwise later: found anew when it is tried again. */
function withFewer({ took }: Flights, allowed: number): Flights {
  const { [allowed + 1]: _, ...kept } = took;
  return { allowed, answers: 0, took: kept, most: allowed };
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

/**
 * Whether one fewer, with which nothing was sent yet, may get rows through as fast: if each then took
 * no longer than the fastest known.
 */
function mayFewerDo(took: Flights["took"], allowed: number): boolean {
  const now = took[allowed];
  if (allowed === 1 || now === undefined || took[allowed - 1] !== undefined) return false;
  const fastest = Math.min(...Object.values(took));
  return allowed / now < (WORTH * (allowed - 1)) / fastest;
}
