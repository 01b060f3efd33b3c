import type { BatchState } from "../../../../preload/types.ts";
import type { AttemptResult, Reason } from "./attempt-result.ts";

/** All of a batch that the state machine reads and writes. */
export interface BatchStatus {
  readonly state: BatchState;
  readonly idempotent: boolean;
  /** Requests begun, ever. */
  readonly attempts: number;
  /** Attempts in a row that nobody knows the outcome of; a person's decision sets it back. */
  readonly unclear: number;
  /** When it is tried next, while it waits; else null. */
  readonly nextTry: number | null;
  /** Rejected, and a person has left it at that. */
  readonly settled: boolean;
  /** Lease holder of the last attempt. */
  readonly sentBy: string | null;
  readonly created: number | null;
  readonly updated: number | null;
}

/** Everything that can happen to a batch. */
export type BatchEvent =
  | { readonly kind: "claim"; readonly holder: string }
  /** An attempt ended; holder and number name the attempt, which may be one long given up. */
  | {
      readonly kind: "result";
      readonly holder: string;
      readonly attempt: number;
      readonly result: AttemptResult;
      /** When the connection may be tried again, should the batch have to wait. */
      readonly nextTry: number;
    }
  /** Its only attempt was refused for its size, before anything was done: it goes in parts. */
  | { readonly kind: "too-large"; readonly holder: string; readonly attempt: number }
  /** The process that was sending it is gone. */
  | { readonly kind: "holder-gone" }
  /**
   * The batch's turn came, but it was not tried: its connection does not answer or cannot be used.
   */
  | {
      readonly kind: "postpone";
      readonly reason: Reason;
      readonly nextTry: number;
    }
  /** Unclear again and again while others get through: set aside for a person. */
  | { readonly kind: "give-up" }
  | { readonly kind: "send-now" }
  | { readonly kind: "network-back" }
  /**
   * The batch waits longer than the sender ever makes one wait: the clock was set back meanwhile.
   */
  | { readonly kind: "clock-set" }
  | { readonly kind: "cancel" }
  /** Its connection leads to another server than the import was reviewed for. */
  | { readonly kind: "misdirected"; readonly reason: Reason }
  /** One of its customers stands in a batch before it, about which a person has to decide. */
  | { readonly kind: "held-back"; readonly reason: Reason }
  /** It puts earlier values back, and a later import has reached the same customers before it. */
  | { readonly kind: "overtaken" }
  /** A person takes the cancelling back. */
  | { readonly kind: "reinstate" }
  /** A rejected batch stays as it is and leaves the queue. */
  | { readonly kind: "settle" }
  | { readonly kind: "resolve"; readonly as: "sent" | "resend" }
  /** A person takes back what they have decided about an uncertain or rejected batch. */
  | {
      readonly kind: "withdraw";
      readonly decision: Decision;
      readonly to: "uncertain" | "rejected";
      readonly unclear: number;
      /** Sent again since, nothing of it can be taken back. */
      readonly attempts: number;
    }
  /** A person has corrected its rows: what is left of them goes, or none is left. */
  | { readonly kind: "correct"; readonly left: "some" | "none" };

/** "settle": a rejected batch stays as it is. */
export type Decision = "sent" | "resend" | "settle";

/** What else changes, in the same transaction. */
export type Effect = "hold-import" | "hold-connection";

export interface LogEntry {
  /** A code: of errors.json where it is a reason, else a word of the state machine. */
  readonly cause: string;
  readonly detail: string | null;
}

export type Transition =
  | {
      readonly kind: "moved";
      readonly to: BatchStatus;
      /** null: none any more; "keep": as it was. */
      readonly reason: Reason | null | "keep";
      readonly log: LogEntry;
      readonly effects: readonly Effect[];
    }
  /** An answer came after somebody had decided about the batch: it is only written into the log. */
  | { readonly kind: "noted"; readonly log: LogEntry }
  /** The event does not fit the state; nothing changes. */
  | { readonly kind: "refused" };

export interface TransitionContext {
  readonly now: number;
}
