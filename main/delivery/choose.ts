import { CAP_MS } from "./backoff.ts";
import type { Candidate } from "./outbox.ts";

/** Unclear attempts in a row after which a batch may be set aside, once the connection answers. */
export const UNCLEAR_LIMIT = 8;
/** Batches in a row that become uncertain before their import is paused. */
export const UNCERTAIN_LIMIT = 3;

/** What a lane remembers of its connection; only in memory. */
export interface LaneMemory {
  /** The last attempt ended unclear: the connection is asked something harmless first. */
  readonly suspect: boolean;
  /** A batch was set aside and no other had a clear answer since: it is not the batch's fault. */
  readonly setAside: boolean;
  /** Batches in a row that became uncertain. */
  readonly uncertain: number;
  /** Questions in a row without an answer. */
  readonly unanswered: number;
  /** Nothing is begun before this time. */
  readonly pauseUntil: number;
}

export const FRESH_LANE: LaneMemory = {
  suspect: false,
  setAside: false,
  uncertain: 0,
  unanswered: 0,
  pauseUntil: 0,
};

export type Choice =
  | { readonly kind: "none" }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "send"; readonly candidate: Candidate }
  /** Ask the connection something harmless before this batch. */
  | { readonly kind: "ask"; readonly candidate: Candidate };

/**
 * What a connection does next. One batch at a time, in order; several only within one import
 * whose keys are all distinct. Pure.
 * @param front the first open batches of the connection's first import, those on their way too
 * @param parallel how many may be on their way
 */
export function choose(
  front: readonly Candidate[],
  parallel: number,
  memory: LaneMemory,
  now: number,
): Choice {
  const onTheirWay = front.filter(({ state }) => state === "sending");
  const candidate = front.find(({ state }) => state !== "sending");
  if (candidate === undefined) return { kind: "none" };
  if (onTheirWay.length > 0 && !(candidate.distinct && onTheirWay.length < parallel)) {
    return { kind: "none" };
  }
  // A pause beyond the longest one was begun before the clock was set back.
  const pauseUntil = memory.pauseUntil - now > CAP_MS ? 0 : memory.pauseUntil;
  const until = Math.max(pauseUntil, candidate.nextTry ?? 0);
  if (until > now) return { kind: "wait", until };
  if (!needsQuestion(candidate, memory)) return { kind: "send", candidate };
  return onTheirWay.length > 0 ? { kind: "none" } : { kind: "ask", candidate };
}

/**
 * A batch that must not go twice does not go into a line that has just failed: one outage leaves
 * one uncertain batch, not a hundred. And a batch that fails again and again may be set aside only
 * where the connection itself answers.
 */
function needsQuestion({ repeatable, unclear }: Candidate, memory: LaneMemory): boolean {
  if (memory.suspect && !repeatable) return true;
  return unclear >= UNCLEAR_LIMIT && !memory.setAside;
}

/** Whether a batch is set aside, now that the connection has answered. */
export function isPoisoned({ unclear }: Candidate, memory: LaneMemory): boolean {
  return unclear >= UNCLEAR_LIMIT && !memory.setAside;
}
