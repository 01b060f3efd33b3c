import {
  afterAttempt,
  afterLateAttempt,
} from "../../../main/pipeline/delivery/line/after-attempt.ts";
import {
  afterNetworkBack,
  FREE_LINE,
  type Line,
} from "../../../main/pipeline/delivery/line/pace.ts";
import {
  choose,
  FRESH_MEMORY,
  type SenderMemory,
} from "../../../main/pipeline/delivery/sender/choose.ts";
import { remember } from "../../../main/pipeline/delivery/sender/sender-memory.ts";
import type { AttemptResult } from "../../../main/records/imports/batches/attempt-result.ts";
import type { BatchStatus } from "../../../main/records/imports/batches/batch-status.ts";
import { transition } from "../../../main/records/imports/batches/transition.ts";
import type { Candidate } from "../../../main/records/imports/queue/outbox.ts";

const NEW: BatchStatus = {
  state: "queued",
  idempotent: true,
  attempts: 0,
  unclear: 0,
  nextTry: null,
  settled: false,
  sentBy: null,
  created: null,
  updated: null,
};

/** What a station does next: sends a batch now, waits, or has nothing left. */
export type Next =
  | { readonly kind: "send"; readonly batch: number }
  | { readonly kind: "wait"; readonly until: number }
  | { readonly kind: "none" };

/** One installation with its queue, as the policy's pure functions steer it. */
export interface Station {
  next(now: number): Next;
  ended(batch: number, result: AttemptResult, now: number): void;
  networkBack(now: number): void;
  /** Batches that became a question. */
  questions(): number;
}

/** @param parallel batches on their way at once, at most */
export function createStation(batches: number, random: () => number, parallel: number): Station {
  const queue = Array.from({ length: batches }, () => NEW);
  let line: Line = FREE_LINE;
  let memory: SenderMemory = FRESH_MEMORY;
  let aside = 0;
  let first = 0;
  /** What is on its way, with the troubles that were known when it began. */
  const onTheirWay = new Map<number, { readonly troubles: number; readonly at: number }>();

  const isOpen = ({ state }: BatchStatus) =>
    state === "queued" || state === "waiting" || state === "sending";
  const candidate = (id: number): Candidate => {
    const { state, nextTry, attempts, unclear } = queue[id] ?? NEW;
    const open = state === "waiting" ? "waiting" : "queued";
    return { id, importId: 1, state: open, nextTry, attempts, unclear, idempotent: true };
  };

  /** The first from there on that waits. */
  function waitingFrom(from: number): Candidate | null {
    for (let id = from; id < batches; id += 1) {
      const { state } = queue[id] ?? NEW;
      if (state === "queued" || state === "waiting") return candidate(id);
    }
    return null;
  }

  /** @returns the state that the batch has come to */
  function apply(id: number, event: Parameters<typeof transition>[1], now: number): BatchStatus {
    const before = queue[id] ?? NEW;
    const moved = transition(before, event, { now });
    const after = moved.kind === "moved" ? moved.to : before;
    queue[id] = after;
    while (first < batches && !isOpen(queue[first] ?? NEW)) first += 1;
    return after;
  }

  return {
    next(now) {
      if (first === batches) return { kind: "none" };
      const waiting = {
        first: waitingFrom(first),
        onTheirWay: onTheirWay.size,
        isApart: () => true,
        another: ({ id }: Candidate) => waitingFrom(id + 1),
      };
      const choice = choose(waiting, parallel, { memory, line }, now);
      if (choice.kind === "set-aside") {
        apply(choice.candidate.id, { kind: "give-up" }, now);
        aside += 1;
        return this.next(now);
      }
      if (choice.kind === "send") {
        apply(choice.candidate.id, { kind: "claim", holder: "it" }, now);
        onTheirWay.set(choice.candidate.id, { troubles: memory.troubles, at: now });
        return { kind: "send", batch: choice.candidate.id };
      }
      return choice.kind === "wait" ? choice : { kind: "none" };
    },
    ended(batch, result, now) {
      const begun = onTheirWay.get(batch);
      const isLate = begun?.troubles !== memory.troubles;
      const flight = { ms: now - (begun?.at ?? now), onTheirWay: onTheirWay.size };
      onTheirWay.delete(batch);
      const { failures } = line;
      line = (isLate ? afterLateAttempt : afterAttempt)(line, result, now, random);
      const isTrouble = line.failures > failures;
      const { attempts } = queue[batch] ?? NEW;
      const event = { kind: "result", holder: "it", attempt: attempts, result } as const;
      const { state, unclear } = apply(batch, { ...event, nextTry: line.nextAt }, now);
      memory = remember(memory, {
        ...{ batchId: batch, result, state, unclear },
        ...{ isLate, isTrouble, parallel, flight },
      });
    },
    networkBack(now) {
      for (const [id, { state }] of queue.entries()) {
        if (state === "waiting") apply(id, { kind: "network-back" }, now);
      }
      line = afterNetworkBack(line, now, random);
    },
    questions: () => aside,
  };
}
