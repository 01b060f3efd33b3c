import {
  type AttemptResult,
  reasonOf,
} from "../../../main/records/imports/batches/attempt-result.ts";

/** How the platform is out of reach before it comes back. */
export type Outage = "refused" | "reset" | "503" | "503 with Retry-After" | "network";
/** How it counts: requests a second, evenly, or as many in a whole minute. */
export type Limiter = "bucket" | "window";

export interface PlatformOptions {
  readonly outage: Outage;
  /** When it is back, in milliseconds. */
  readonly backAt: number;
  readonly limiter: Limiter;
  /** Requests a second. */
  readonly limit: number;
}

/** A platform that is down for a while and takes so many requests afterwards. */
export function createPlatform({ outage, backAt, limiter, limit }: PlatformOptions) {
  const takes = limiter === "bucket" ? bucket(limit, backAt) : windows(limit, backAt);
  return (now: number): AttemptResult => {
    if (now < backAt) return down(outage, backAt - now);
    const wait = takes(now);
    return wait === null ? { kind: "accepted", created: 1, updated: 0 } : later(wait);
  };
}

function down(outage: Outage, left: number): AttemptResult {
  switch (outage) {
    case "refused":
      return { kind: "not-sent", reason: reasonOf("reason-refused") };
    case "network":
      return { kind: "not-sent", reason: reasonOf("reason-offline") };
    case "reset":
      return { kind: "unclear", reason: reasonOf("reason-reset") };
    case "503":
      return { kind: "try-later", retryAfterMs: null, reason: reasonOf("reason-try-later") };
    case "503 with Retry-After":
      return later(left);
  }
}

/** The header counts whole seconds. */
function later(waitMs: number): AttemptResult {
  const retryAfterMs = Math.max(1, Math.ceil(waitMs / 1000)) * 1000;
  return { kind: "try-later", retryAfterMs, reason: reasonOf("reason-try-later") };
}

/** @returns null, or how long to wait */
function bucket(limit: number, from: number): (now: number) => number | null {
  let tokens = limit;
  let last = from;
  return (now) => {
    tokens = Math.min(limit, tokens + ((now - last) / 1000) * limit);
    last = now;
    if (tokens < 1) return ((1 - tokens) / limit) * 1000;
    tokens -= 1;
    return null;
  };
}

function windows(limit: number, from: number): (now: number) => number | null {
  const LENGTH = 60_000;
  let current = -1;
  let used = 0;
  return (now) => {
    const window = Math.floor((now - from) / LENGTH);
    if (window !== current) {
      current = window;
      used = 0;
    }
    used += 1;
    return used <= limit * 60 ? null : (window + 1) * LENGTH - (now - from);
  };
}
