import { gzipSync } from "node:zlib";
import type { Fault, FaultPlan } from "../../../main/practice/faults/fault.ts";

/** Ready-made faults by what a network or a server does in the field. */
export const faults = {
  /** 429 or 503, nothing applied; `retryAfter` as the header is written. */
  tryLater: (status: 429 | 503, retryAfter?: string): Fault => ({
    kind: "reply",
    applied: false,
    reply: { status, headers: retryAfter === undefined ? {} : { "retry-after": retryAfter } },
  }),
  /** A gateway's error; whether the server behind it applied the batch shows nowhere. */
  gateway: (status: 500 | 502 | 504, applied: boolean): Fault => ({
    kind: "reply",
    applied,
    reply: { status, headers: { "content-type": "text/html" }, body: PAGE },
  }),
  /** An HTML page with status 200, as a captive portal or a broken server sends. */
  page: (applied: boolean): Fault => ({
    kind: "reply",
    applied,
    reply: { status: 200, headers: { "content-type": "text/html" }, body: PAGE },
  }),
  empty: (applied: boolean): Fault => ({ kind: "reply", applied, reply: { status: 200 } }),
  reset: (when: "before-reading" | "before-applying" | "after-applying"): Fault => ({
    kind: "reset",
    when,
  }),
  close: (when: "before-reading" | "before-applying" | "after-applying"): Fault => ({
    kind: "close",
    when,
  }),
  hang: (when: "before-reading" | "before-applying" | "after-applying"): Fault => ({
    kind: "hang",
    when,
  }),
  cut: (bytes: number): Fault => ({ kind: "cut", bytes }),
  delay: (delayMs: number): Fault => ({ kind: "none", delayMs }),
  /** Applied; the reply in another charset than its content type says. */
  wrongCharset: (): Fault => ({
    kind: "rewrite",
    rewrite: (reply) => ({ ...reply, body: Buffer.from(`\ufeff${reply.body}`, "utf16le") }),
  }),
  /** Applied; the reply compressed, though nobody asked for that. */
  compressed: (): Fault => ({
    kind: "rewrite",
    rewrite: (reply) => ({
      ...reply,
      headers: { ...reply.headers, "content-encoding": "gzip" },
      body: gzipSync(reply.body),
    }),
  }),
  wrongContentType: (): Fault => ({
    kind: "rewrite",
    rewrite: (reply) => ({ ...reply, headers: { "content-type": "application/octet-stream" } }),
  }),
} as const;

const PAGE = "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Log in</body></html>";

/** The faults of the first batches in their order; undefined lets one through, as all later ones. */
export function forBatches(...plan: readonly (Fault | undefined)[]): FaultPlan {
  let seen = 0;
  return ({ type }) => {
    if (type !== "customers_batch") return undefined;
    seen += 1;
    return plan[seen - 1];
  };
}
