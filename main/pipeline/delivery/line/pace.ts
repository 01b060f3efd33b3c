/**
 * How a connection is tried again, and how fast it goes on, from what became of its last requests.
 * Pure. Many stations share one platform, all of them wait while it is down and none knows of the
 * others: what they do at its return must neither bring it down again nor take much longer than
 * its limit makes it take (`test/bench/fleet.ts`).
 *
 * - The first tries after a failure come soon, each about twice as late as the one before; later
 *   there is one a minute.
 * - A server that names a time is never asked before it, and not by everybody in the same second.
 * - After an outage one request goes first, and each answer shortens the wait for the next. A
 *   server that is asked for too much makes the waits longer again.
 */
export interface Line {
  /** Tries in a row that came to nothing. */
  readonly failures: number;
  /** Milliseconds between two requests on the way out of an outage; 0: they follow each other. */
  readonly gap: number;
  /** Answers in a row on the way out of an outage. */
  readonly answers: number;
  /** Milliseconds since the epoch; no request is begun before. */
  readonly nextAt: number;
  /** Why the last try failed: the server was not reached, gave no clear answer, or asked to wait. */
  readonly cause: Cause | null;
  /** Whether `nextAt` is a time that the server named. */
  readonly asked: boolean;
}

export type Cause = "network" | "server" | "busy";

export interface Trouble {
  readonly cause: Cause;
  /** What the server asks for, from now. */
  readonly retryAfterMs: number | null;
}

export const FREE_LINE: Line = {
  failures: 0,
  gap: 0,
  answers: 0,
  nextAt: 0,
  cause: null,
  asked: false,
};

const FIRST_MS = 1000;
/** Full jitter may draw nearly nothing; this keeps a failing line from being asked in a loop. */
const FLOOR_MS = 100;
/** Between two tries while the server gives no answer. */
const STEADY_MS = 60_000;
/** Part by which that wait varies, so that stores which began in one second do not stay in step. */
const STEADY_SPREAD = 0.1;
/** A server that asks for more is asked again after a day all the same. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
/** The longest waits there are: of our own choice, and with a server that asks for patience. */
export const LONGEST_MS = 2 * STEADY_MS;
export const LONGEST_ASKED_MS = MAX_RETRY_AFTER_MS + LONGEST_MS;

/** Where every store is told at once that an outage is over, first requests are spread over this. */
const ANNOUNCED_SPREAD_MS = 30_000;
const ANNOUNCED_GAP_MS = 34_600;
/** What an answer makes of a long gap and of a short one, and what too much makes of it. */
const LONG_GAP_MS = 30_000;
const SHRINK_LONG = 0.58;
const SHRINK_SHORT = 0.44;
const GROW = 2.1;
/** A short queue never goes faster than this after an outage; a long one does after so many answers. */
const SHORTEST_GAP_MS = 9_750;
const PATIENT_ANSWERS = 25;
/** A gap that is no longer worth waiting for. */
const NO_GAP_MS = 500;
/** How far requests are spread that a busy server has asked to come back, as a part of the wait. */
const BUSY_SPREAD = 1.5;

/** @param random in [0, 1) */
export function afterTrouble(
  line: Line,
  { cause, retryAfterMs }: Trouble,
  now: number,
  random: () => number,
): Line {
  const failures = line.failures + 1;
  const asked = retryAfterMs !== null;
  const after = { failures, answers: 0, cause, asked };
  const wanted = Math.min(retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  const isOut = line.gap === 0 || line.gap >= STEADY_MS;
  if (isOut && wanted >= STEADY_MS) {
    const nextAt = now + wanted + random() * ANNOUNCED_SPREAD_MS;
    return { ...after, gap: ANNOUNCED_GAP_MS, nextAt: Math.ceil(nextAt) };
  }
  const { gap, wait } = waitAfter(line, failures, cause, random);
  const spread = Math.max(gap, Math.min(wanted, STEADY_MS)) * BUSY_SPREAD;
  const nextAt = now + Math.max(wait, asked ? wanted + random() * spread : 0);
  return { ...after, gap, nextAt: Math.ceil(nextAt) };
}

/** A server names a time once more for requests that were on their way together: the later one holds. */
export function withLaterTime(
  line: Line,
  retryAfterMs: number,
  now: number,
  random: () => number,
): Line {
  const wanted = Math.min(retryAfterMs, MAX_RETRY_AFTER_MS);
  if (now + wanted <= line.nextAt) return line;
  const { nextAt } = afterTrouble(FREE_LINE, { cause: "busy", retryAfterMs }, now, random);
  return { ...line, asked: true, nextAt: Math.max(line.nextAt, nextAt) };
}

function waitAfter(line: Line, failures: number, cause: Cause, random: () => number) {
  if (line.gap > 0) {
    const gap = Math.min(STEADY_MS, line.gap * GROW);
    return { gap, wait: gap < STEADY_MS ? gap : steady(random) };
  }
  const ceiling = FIRST_MS * 2 ** Math.min(failures - 1, 30);
  if (ceiling >= STEADY_MS) return { gap: STEADY_MS, wait: steady(random) };
  const wait = Math.max(FLOOR_MS, Math.floor(random() * ceiling));
  return { gap: cause === "busy" ? ceiling : 0, wait };
}

function steady(random: () => number): number {
  return STEADY_MS * (1 + STEADY_SPREAD * random());
}

/** A request was dealt with, whatever the platform made of it. */
export function afterAnswer(line: Line, now: number): Line {
  if (line.gap === 0) return FREE_LINE;
  const answers = line.answers + 1;
  const shrunk = line.gap * (line.gap > LONG_GAP_MS ? SHRINK_LONG : SHRINK_SHORT);
  const gap = answers > PATIENT_ANSWERS ? shrunk : Math.max(shrunk, SHORTEST_GAP_MS);
  if (gap < NO_GAP_MS) return FREE_LINE;
  return { ...FREE_LINE, gap, answers, nextAt: Math.ceil(now + gap) };
}

/** The network is back: for everybody behind the same broken line at once. */
export function afterNetworkBack(line: Line, now: number, random: () => number): Line {
  if (line.cause !== "network" || line.asked) return line;
  const isLong = line.gap >= STEADY_MS;
  const spread = isLong ? ANNOUNCED_SPREAD_MS : FIRST_MS * 2 ** (line.failures - 1);
  const nextAt = Math.min(line.nextAt, Math.ceil(now + random() * spread));
  return { ...line, gap: isLong ? ANNOUNCED_GAP_MS : line.gap, nextAt };
}

/** A person does not want to wait, neither for the first request nor for those that follow. */
export function afterSendNow({ failures }: Line): Line {
  return { ...FREE_LINE, failures };
}
