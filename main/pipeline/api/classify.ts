import { assertNever } from "../../../preload/assert-never.ts";
import type { PostOutcome } from "../../common/host/transport.ts";
import { type AttemptResult, reasonOf } from "../../records/imports/batches/attempt-result.ts";
import { looksLikeCredentials } from "./credentials.ts";
import { answersBatch } from "./reply/batch-reply.ts";
import { type Received, received } from "./reply/received.ts";
import { PATIENCE, retryAfterMs } from "./retry-after.ts";

const UNREADABLE: Received["content"] = { kind: "unreadable" };

type Reply = Extract<PostOutcome, { readonly kind: "reply" }>;

/**
 * What an attempt to send a batch came to. Pure and total: any bytes have a result.
 * @param reply what came back, where it has been read already
 */
export function classify(
  outcome: PostOutcome,
  now: number,
  reply: Received | null = received(outcome),
): AttemptResult {
  switch (outcome.kind) {
    case "reply":
      return classifyReply(outcome, reply, now);
    case "not-sent":
      return outcome.cause === "bad-address"
        ? { kind: "rejected", reason: reasonOf("reason-bad-address") }
        : {
            kind: "not-sent",
            reason: reasonOf(`reason-${outcome.cause}`, { detail: outcome.detail }),
          };
    case "maybe-sent":
      return {
        kind: "unclear",
        reason: reasonOf(`reason-${outcome.cause}`, { detail: outcome.detail }),
      };
    default:
      return assertNever(outcome);
  }
}

/**
 * By status first. 429 and 503 ask for patience and 4xx says that the request was refused; any
 * other 5xx may come from a gateway behind which the batch was imported all the same, but for a 500
 * that holds the documented error: no gateway writes that. 303 says
 * that the request was dealt with and that the answer is elsewhere; other redirects deal with
 * nothing.
 */
function classifyReply(reply: Reply, read: Received | null, now: number): AttemptResult {
  const { status } = reply;
  const params = { status };
  if (PATIENCE.has(status)) {
    const wait = retryAfterMs(reply.headers, now);
    return {
      kind: "try-later",
      retryAfterMs: wait,
      reason: reasonOf("reason-try-later", { params }),
    };
  }
  if (status === 407) return { kind: "not-sent", reason: reasonOf("reason-proxy-login") };
  const content = read?.content ?? UNREADABLE;
  if (status === 500 && content.kind === "error" && content.isStated && content.words !== null) {
    return refused(status, content.words);
  }
  if (status >= 500 || status < 200) {
    const wait = retryAfterMs(reply.headers, now);
    const reason = reasonOf("reason-server-error", { params });
    return { kind: "unclear", reason, ...(wait === null ? {} : { retryAfterMs: wait }) };
  }
  if (status === 303) {
    return { kind: "unclear", reason: reasonOf("reason-unreadable", { params }) };
  }
  if (status >= 300 && status < 400) {
    return { kind: "rejected", reason: reasonOf("reason-redirect", { params }) };
  }
  return classifyContent(status, content, read?.told ?? null);
}

function classifyContent(
  status: number,
  content: Received["content"],
  told: Received["told"],
): AttemptResult {
  const params = { status };
  switch (content.kind) {
    case "success": {
      if (status >= 400 || !answersBatch(content.content)) break;
      const { words } = content;
      if (words !== null) {
        return { kind: "doubtful", reason: reasonOf("reason-success-with-errors", { words }) };
      }
      return { kind: "accepted", created: told?.created ?? null, updated: told?.updated ?? null };
    }
    case "error":
      return refused(status, content.words);
    case "unreadable":
      break;
    default:
      return assertNever(content);
  }
  if (status === 401) return refused(status, null);
  if (status < 400 || status === 408) {
    return { kind: "unclear", reason: reasonOf("reason-unreadable", { params }) };
  }
  // By RFC 9110 (15.5.20) it was not dealt with; a gateway that is at fault may have passed it on.
  const code = status === 421 ? "reason-misdirected" : "reason-http-refused";
  return { kind: "rejected", reason: reasonOf(code, { params }) };
}

function refused(status: number, words: string | null): AttemptResult {
  const credentials = status === 401 || looksLikeCredentials(words ?? "");
  const kind = credentials ? "credentials" : "rejected";
  const code = words === null ? `reason-${kind}-silent` : `reason-${kind}`;
  return { kind, reason: reasonOf(code, { words, detail: `status ${status}` }) };
}
