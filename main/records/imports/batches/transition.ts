import { assertNever } from "../../../../preload/assert-never.ts";
import type { AttemptResult, Reason } from "./attempt-result.ts";
import { reasonOf } from "./attempt-result.ts";
import type {
  BatchEvent,
  BatchStatus,
  Effect,
  Transition,
  TransitionContext,
} from "./batch-status.ts";

const REFUSED: Transition = { kind: "refused" };

/**
 * The queue's state machine: what an event makes of a batch. Pure; the database holds the rest.
 *
 *     queued ──claim──▶ sending ──▶ accepted | rejected | uncertain | waiting | queued
 *     waiting ──claim (when due), send-now, network-back, clock-set──▶ …
 *     uncertain ──resolve──▶ accepted | queued        rejected ──resolve, settle──▶ queued | rejected
 *     accepted, queued, rejected ──withdraw──▶ uncertain | rejected, as before a person decided
 *     rejected, uncertain ──correct──▶ queued | cancelled
 *     queued, waiting ──misdirected──▶ queued, and the import is held
 *     queued, waiting ──held-back──▶ queued, until a person has decided about a batch before it
 *     sending ──too-large──▶ queued, the first part of it
 *     queued, waiting ──cancel, overtaken──▶ cancelled ──reinstate──▶ queued
 */
export function transition(
  from: BatchStatus,
  event: BatchEvent,
  context: TransitionContext,
): Transition {
  switch (event.kind) {
    case "claim":
      return claim(from, event.holder, context);
    case "result":
      return result(from, event);
    case "too-large":
      return tooLarge(from, event);
    case "holder-gone":
      return from.state === "sending" ? unclear(from, reasonOf("reason-crash"), null) : REFUSED;
    case "postpone":
      return canGo(from) ? wait(from, event.reason, event.nextTry) : REFUSED;
    case "give-up":
      return canGo(from)
        ? moved({ ...from, state: "uncertain", nextTry: null }, reasonOf("reason-gave-up"))
        : REFUSED;
    case "send-now":
    case "network-back":
    case "clock-set":
      return from.state === "waiting"
        ? { ...moved({ ...from, state: "queued", nextTry: null }, "keep"), log: log(event.kind) }
        : REFUSED;
    case "cancel":
      return canGo(from)
        ? moved({ ...from, state: "cancelled", nextTry: null }, reasonOf("reason-cancelled"))
        : REFUSED;
    case "misdirected":
    case "held-back":
      return canGo(from)
        ? moved({ ...from, state: "queued", nextTry: null }, event.reason)
        : REFUSED;
    case "overtaken":
      return canGo(from)
        ? moved({ ...from, state: "cancelled", nextTry: null }, reasonOf("reason-overtaken"))
        : REFUSED;
    case "reinstate":
      return from.state === "cancelled"
        ? { ...moved({ ...from, state: "queued", unclear: 0 }, null), log: log("reinstated") }
        : REFUSED;
    case "settle":
      return from.state === "rejected" && !from.settled
        ? { ...moved({ ...from, settled: true }, "keep"), log: log("settled") }
        : REFUSED;
    case "resolve":
      return resolve(from, event.as);
    case "withdraw":
      return withdraw(from, event);
    case "correct":
      return correct(from, event.left);
    default:
      return assertNever(event);
  }
}

function canGo(from: BatchStatus): boolean {
  return from.state === "queued" || from.state === "waiting";
}

function claim(from: BatchStatus, holder: string, { now }: TransitionContext): Transition {
  const due = from.state === "queued" || (from.state === "waiting" && (from.nextTry ?? 0) <= now);
  if (!due) return REFUSED;
  const to: BatchStatus = {
    ...from,
    state: "sending",
    nextTry: null,
    attempts: from.attempts + 1,
    sentBy: holder,
  };
  return { ...moved(to, null), log: log("claimed", `attempt ${to.attempts}`) };
}

function resolve(from: BatchStatus, as: "sent" | "resend"): Transition {
  if (as === "sent") {
    if (from.state !== "uncertain") return REFUSED;
    return moved({ ...from, state: "accepted" }, reasonOf("reason-resolved-sent"));
  }
  if (from.state !== "uncertain" && from.state !== "rejected") return REFUSED;
  const to: BatchStatus = { ...from, state: "queued", unclear: 0, settled: false };
  return { ...moved(to, null), log: log("resend") };
}

/** A decision can be taken back only as long as the batch is as the decision left it. */
function withdraw(
  from: BatchStatus,
  { decision, to, unclear, attempts }: Extract<BatchEvent, { readonly kind: "withdraw" }>,
): Transition {
  const stands = {
    sent: from.state === "accepted",
    resend: from.state === "queued",
    settle: from.state === "rejected" && from.settled,
  }[decision];
  if (!stands || from.attempts !== attempts) return REFUSED;
  const back = { ...from, state: to, unclear, settled: false };
  const effects: readonly Effect[] = to === "rejected" ? ["hold-import"] : [];
  return { ...moved(back, "keep", effects), log: log("withdrawn") };
}

/** A late word about an attempt with the former rows is none about those of now: nobody's. */
function correct(from: BatchStatus, left: "some" | "none"): Transition {
  if (from.state !== "uncertain" && from.state !== "rejected") return REFUSED;
  const to = { ...from, unclear: 0, settled: false };
  return left === "none"
    ? moved({ ...to, state: "cancelled" }, reasonOf("reason-left-out"))
    : { ...moved({ ...to, state: "queued", sentBy: null }, null), log: log("mended") };
}

/**
 * The end of an attempt. Another process may have taken the sender for dead meanwhile: as long as
 * the batch was not sent again, a clear answer is the truth and is taken; any other late word is
 * only noted.
 */
function result(
  from: BatchStatus,
  event: Extract<BatchEvent, { readonly kind: "result" }>,
): Transition {
  const { result: outcome, nextTry } = event;
  const lastAttempt = from.sentBy === event.holder && from.attempts === event.attempt;
  if (lastAttempt && from.state === "sending") return settleAttempt(from, outcome, nextTry);
  const takenForLost = from.state === "uncertain" || canGo(from);
  const late =
    lastAttempt &&
    ((outcome.kind === "accepted" && (takenForLost || from.state === "cancelled")) ||
      (outcome.kind === "rejected" && takenForLost));
  return late
    ? settleAttempt({ ...from, nextTry: null }, outcome, nextTry)
    : { kind: "noted", log: log("late-result", outcome.kind) };
}

/** Of no attempt anything has arrived, and no word of this one can come any more. */
function tooLarge(
  from: BatchStatus,
  { holder, attempt }: Extract<BatchEvent, { readonly kind: "too-large" }>,
): Transition {
  const isLast = from.sentBy === holder && from.attempts === attempt;
  if (from.state !== "sending" || !isLast) return REFUSED;
  const to: BatchStatus = { ...from, state: "queued", unclear: 0, sentBy: null };
  return { ...moved(to, null), log: log("divided") };
}

function settleAttempt(from: BatchStatus, outcome: AttemptResult, nextTry: number): Transition {
  switch (outcome.kind) {
    case "accepted":
      return {
        ...moved(
          {
            ...from,
            state: "accepted",
            unclear: 0,
            created: outcome.created,
            updated: outcome.updated,
          },
          outcome.fewer ?? null,
        ),
        log: log("accepted"),
      };
    case "rejected":
      return moved({ ...from, state: "rejected", unclear: 0 }, outcome.reason, ["hold-import"]);
    case "unsendable":
      return moved({ ...from, state: "rejected" }, outcome.reason);
    case "credentials":
      return moved({ ...from, state: "queued", unclear: 0 }, outcome.reason, ["hold-connection"]);
    case "try-later":
      return wait(from, outcome.reason, nextTry);
    case "not-sent":
      return outcome.reason.code === "reason-aborted"
        ? moved({ ...from, state: "queued" }, outcome.reason)
        : wait(from, outcome.reason, nextTry);
    case "unclear":
      return unclear(from, outcome.reason, nextTry);
    case "doubtful":
      return moved({ ...from, state: "uncertain" }, outcome.reason);
    default:
      return assertNever(outcome);
  }
}

/**
 * Where nobody can tell whether it arrived: tried again where that does no harm, else a person is
 * asked.
 */
function unclear(from: BatchStatus, reason: Reason, nextTry: number | null): Transition {
  // Our own end is no sign of trouble on the line: the next process begins with it at once.
  const ownEnd = reason.code === "reason-crash" || reason.code === "reason-aborted";
  const counted = { ...from, unclear: from.unclear + (ownEnd ? 0 : 1) };
  if (!from.idempotent) return moved({ ...counted, state: "uncertain" }, reason);
  if (ownEnd || nextTry === null) return moved({ ...counted, state: "queued" }, reason);
  return wait(counted, reason, nextTry);
}

function wait(from: BatchStatus, reason: Reason, nextTry: number): Transition {
  return moved({ ...from, state: "waiting", nextTry }, reason);
}

function moved(
  to: BatchStatus,
  reason: Reason | null | "keep",
  effects: readonly Effect[] = [],
): Extract<Transition, { readonly kind: "moved" }> {
  const entry =
    reason === null || reason === "keep" ? log(to.state) : log(reason.code, reason.detail);
  return { kind: "moved", to, reason, log: entry, effects };
}

function log(cause: string, detail: string | null = null) {
  return { cause, detail };
}
