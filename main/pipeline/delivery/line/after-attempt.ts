import type { AttemptResult } from "../../../records/imports/batches/attempt-result.ts";
import { afterAnswer, afterTrouble, type Cause, type Line, withLaterTime } from "./pace.ts";

/**
 * What an attempt tells that began before the line's last trouble, as others that were on their way
 * with it: no second trouble, and no way out of it either, but the time that a server names holds.
 */
export function afterLateAttempt(
  line: Line,
  result: AttemptResult,
  now: number,
  random: () => number,
): Line {
  const wanted = "retryAfterMs" in result ? (result.retryAfterMs ?? null) : null;
  return wanted === null ? line : withLaterTime(line, wanted, now, random);
}

/** What an attempt to send a batch tells of the way to the platform. */
export function afterAttempt(
  line: Line,
  result: AttemptResult,
  now: number,
  random: () => number,
): Line {
  const trouble = (cause: Cause, retryAfterMs: number | null = null) =>
    afterTrouble(line, { cause, retryAfterMs }, now, random);
  switch (result.kind) {
    case "accepted":
    case "rejected":
    case "credentials":
      return afterAnswer(line, now);
    case "try-later":
      return trouble("busy", result.retryAfterMs);
    // Our own end is no sign of trouble on the line.
    case "not-sent":
      return result.reason.code === "reason-aborted" ? line : trouble("network");
    case "doubtful":
      return trouble("server");
    case "unclear":
      return result.reason.code === "reason-aborted"
        ? line
        : trouble("server", result.retryAfterMs ?? null);
    case "unsendable":
      return line;
  }
}
