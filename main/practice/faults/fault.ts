import type { HttpReply } from "../reply/reply.ts";

/** What a plan knows of a request: its number since the start (from 1) and its `type`, if any. */
export interface FaultRequest {
  readonly number: number;
  readonly type: string | null;
}

/** Decides, request by request, what goes wrong; undefined: nothing does. */
export type FaultPlan = (request: FaultRequest) => Fault | undefined;

/**
 * "before-reading": with no more of the body read than tells its type; "before-applying": the body
 * has arrived and nothing was done with it; "after-applying": everything was done, no reply left.
 */
export type FaultPhase = "before-reading" | "before-applying" | "after-applying";

export type Fault = {
  /** Waits before anything is applied. */
  readonly delayMs?: number;
} & (
  | { readonly kind: "none" }
  /** TCP reset, orderly close without a reply, or silence with the connection open. */
  | { readonly kind: "reset" | "close" | "hang"; readonly when: FaultPhase }
  /** Any reply in place of the true one: try later, a gateway's error, a page, nothing at all. */
  | { readonly kind: "reply"; readonly applied: boolean; readonly reply: FaultReply }
  /** Applied; the reply announces its whole length and ends after that many bytes of its body. */
  | { readonly kind: "cut"; readonly bytes: number }
  /** Applied; the true reply, changed: another charset, another content type, ... */
  | { readonly kind: "rewrite"; readonly rewrite: (reply: HttpReply) => HttpReply }
);

export interface FaultReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
