import type { Candidate } from "../../../records/imports/queue/outbox.ts";
import { type Doubt, isSetAside, wantsAnother } from "../line/doubt.ts";
import type { Line } from "../line/pace.ts";

/** Batches in a row that become uncertain before their import is paused. */
export const UNCERTAIN_LIMIT = 3;

/** What a sender remembers of its batches; only in memory. */
export interface SenderMemory {
  /** The last attempt ended unclear: the connection is asked something harmless first. */
  readonly suspect: boolean;
  /** Batches in a row that became uncertain. */
  readonly uncertain: number;
  readonly doubt: Doubt | null;
}

export const FRESH_MEMORY: SenderMemory = { suspect: false, uncertain: 0, doubt: null };

export type Choice =
  | { readonly kind: "none" }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "send"; readonly candidate: Candidate }
  /** Ask the connection something harmless before this batch. */
  | { readonly kind: "ask"; readonly candidate: Candidate }
  /** Others get through and this batch does not: a person's question. */
  | { readonly kind: "set-aside"; readonly candidate: Candidate };

/** What may be on a connection next. */
export interface Waiting {
  /** The first open batches of its first import, those on their way too. */
  readonly front: readonly Candidate[];
  /** The first that waits behind this one and may go twice, of whatever import. */
  another(candidate: Candidate): Candidate | null;
}

/**
 * What a connection does next. One batch at a time, in order; several only within one import
 * whose keys are all distinct, and while requests get through. Pure.
 * @param parallel how many may be on their way
 */
export function choose(
  { front, another }: Waiting,
  parallel: number,
  { memory, line }: { readonly memory: SenderMemory; readonly line: Line },
  now: number,
): Choice {
  const onTheirWay = front.filter(({ state }) => state === "sending");
  const first = front.find(({ state }) => state !== "sending");
  if (first === undefined) return { kind: "none" };
  const several = first.distinct && line.failures === 0 && line.gap === 0;
  if (onTheirWay.length > 0 && !(several && onTheirWay.length < parallel)) return { kind: "none" };
  if (isSetAside(first, memory.doubt)) return { kind: "set-aside", candidate: first };
  const candidate = (wantsAnother(first, memory.doubt) ? another(first) : null) ?? first;
  const until = Math.max(line.nextAt, candidate.nextTry ?? 0);
  if (until > now) return { kind: "wait", until };
  // What must not go twice does not go into a line that has just failed: one outage leaves one
  // uncertain batch, not a hundred.
  if (candidate.idempotent || !memory.suspect) return { kind: "send", candidate };
  return onTheirWay.length > 0 ? { kind: "none" } : { kind: "ask", candidate };
}
