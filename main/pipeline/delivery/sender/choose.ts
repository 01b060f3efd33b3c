import type { Candidate } from "../../../records/imports/queue/outbox.ts";
import { type Doubt, isSetAside, wantsAnother } from "../line/doubt.ts";
import { FIRST_FLIGHTS, type Flights } from "../line/flights.ts";
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
  /** Tries that came to nothing, counted up: a request that began before one of them tells no news. */
  readonly troubles: number;
  readonly flights: Flights;
}

export const FRESH_MEMORY: SenderMemory = {
  suspect: false,
  uncertain: 0,
  doubt: null,
  troubles: 0,
  flights: FIRST_FLIGHTS,
};

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
  /** The first that waits, but for those whose customers a person has to decide about before. */
  readonly first: Candidate | null;
  /** Batches of this connection that are on their way. */
  readonly onTheirWay: number;
  /** Whether none of its customers can stand in a request that is on its way to the same account. */
  isApart(candidate: Candidate): boolean;
  /** The first behind this one that may go twice and before it, of whatever import. */
  another(candidate: Candidate): Candidate | null;
}

/**
 * What a connection does next: batches in their order, several at once only while requests get
 * through, and never with the same customers. Pure.
 * @param parallel how many may be on their way
 */
export function choose(
  { first, onTheirWay, isApart, another }: Waiting,
  parallel: number,
  { memory, line }: { readonly memory: SenderMemory; readonly line: Line },
  now: number,
): Choice {
  if (first === null) return { kind: "none" };
  const several = line.failures === 0 && line.gap === 0;
  const most = several ? Math.min(parallel, memory.flights.allowed) : 1;
  if (onTheirWay >= most) return { kind: "none" };
  if (isSetAside(first, memory.doubt)) return { kind: "set-aside", candidate: first };
  const candidate = (wantsAnother(first, memory.doubt) ? another(first) : null) ?? first;
  const until = Math.max(line.nextAt, candidate.nextTry ?? 0);
  if (until > now) return { kind: "wait", until };
  if (!isApart(candidate)) return { kind: "none" };
  // What must not go twice does not go into a line that has just failed: one outage leaves one
  // uncertain batch, not a hundred.
  if (candidate.idempotent || !memory.suspect) return { kind: "send", candidate };
  return onTheirWay > 0 ? { kind: "none" } : { kind: "ask", candidate };
}
