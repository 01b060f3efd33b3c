import { toAppError } from "../../../common/errors.ts";
import type { PostOutcome } from "../../../common/host/transport.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import { type AttemptResult, reasonOf } from "../../../records/imports/batches/attempt-result.ts";
import type { KeptOutcome } from "../../../records/imports/batches/batch-store.ts";
import { sealReply } from "../../../records/imports/batches/kept-reply.ts";
import { classify } from "../../api/classify.ts";
import { hideSecrets } from "../../api/hide-secrets.ts";
import { type Received, received } from "../../api/reply/received.ts";
import { MASK } from "../../batches/mask.ts";
import type { SenderContext } from "./sender-context.ts";

/** Bytes of a reply that are read at most. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

export interface Attempt {
  readonly result: AttemptResult;
  /** null where no reply came. */
  readonly kept: KeptOutcome | null;
  /** Milliseconds until the outcome was known. */
  readonly ms: number;
}

/**
 * One attempt to send a claimed batch. Never throws.
 * @param onLeaving called once, before the first bytes of the request leave
 */
export async function attempt(
  context: SenderContext,
  batchId: number,
  connection: ResolvedConnection,
  onLeaving: () => void,
): Promise<Attempt> {
  let body: Buffer;
  try {
    body = context.bodies.body(batchId, connection);
  } catch (error) {
    const detail = error instanceof Error ? error.name : "unknown";
    return {
      result: { kind: "unsendable", reason: reasonOf("reason-unsendable", { detail }) },
      kept: null,
      ms: 0,
    };
  }
  const begun = performance.now();
  const outcome = await post(context, body, connection, onLeaving);
  const ms = performance.now() - begun;
  const reply = received(outcome);
  const { apiKey } = connection;
  return {
    result: withoutSecrets(
      judged(context, batchId, classify(outcome, context.now(), reply)),
      () => [apiKey, ...context.bodies.secrets(batchId)],
    ),
    kept: keep(context, reply, apiKey),
    ms,
  };
}

/** Where the rows cannot be read any more, the counts are taken as they are. */
function judged(context: SenderContext, batchId: number, result: AttemptResult): AttemptResult {
  try {
    return context.bodies.judge(batchId, result);
  } catch (error) {
    if (error instanceof Error) return result;
    throw error;
  }
}

/** The server's words are shown, exported and told on the command line. */
function withoutSecrets(result: AttemptResult, secrets: () => readonly string[]): AttemptResult {
  if (result.kind === "accepted" || result.reason.words === null) return result;
  return { ...result, reason: { ...result.reason, words: hidden(result.reason.words, secrets) } };
}

/** Words that cannot be cleaned are not kept at all. */
function hidden(words: string, secrets: () => readonly string[]): string {
  try {
    return hideSecrets(words, secrets());
  } catch (error) {
    if (error instanceof Error) return MASK;
    throw error;
  }
}

async function post(
  context: SenderContext,
  body: Buffer,
  connection: ResolvedConnection,
  onLeaving: () => void,
): Promise<PostOutcome> {
  const { transport, timeouts, abandon } = context;
  let isLeaving = false;
  const mayWrite = () => {
    if (!isStillOurs(context)) return false;
    if (!isLeaving) onLeaving();
    isLeaving = true;
    return true;
  };
  try {
    return await transport.post({
      url: connection.url,
      body,
      connectTimeoutMs: timeouts.connect,
      replyTimeoutMs: timeouts.reply,
      maxReplyBytes: MAX_REPLY_BYTES,
      mayWrite,
      signal: abandon,
    });
  } catch (error) {
    // A transport does not throw; should one do it all the same, nothing is known.
    return { kind: "maybe-sent", cause: "reset", detail: toAppError(error).code };
  }
}

/** What cannot be looked up is not sent: the batch comes again. */
function isStillOurs({ lease, onTrouble }: SenderContext): boolean {
  try {
    return lease.keepAlive();
  } catch (error) {
    const { code, detail } = toAppError(databaseError(error));
    onTrouble(code, detail ?? "lease not looked up");
    return false;
  }
}

function keep(
  { vault }: SenderContext,
  reply: Received | null,
  apiKey: string,
): KeptOutcome | null {
  if (reply === null) return null;
  const { status, contentType, cut, text, told } = reply;
  const body = hideSecrets(text, [apiKey]);
  // What was read in a text that names the key is read anew, without it, by whoever wants it.
  const kept = { status, contentType, body, cut, ...(body === text ? { told } : {}) };
  return { status, cut, sealedReply: sealReply(vault, kept) };
}

/**
 * A key that was refused says nothing once another was entered while the request was on its way:
 * what went with the former one goes again, and nobody is asked for the key a second time.
 */
export function withKeyOfNow(
  end: Attempt,
  used: ResolvedConnection,
  now: ResolvedConnection | null,
): Attempt {
  if (end.result.kind !== "credentials" || now === null) return end;
  const isSame =
    now.apiKey === used.apiKey &&
    now.userId === used.userId &&
    now.settings.compatibility.keyParameter === used.settings.compatibility.keyParameter;
  if (isSame) return end;
  return { ...end, result: { kind: "not-sent", reason: reasonOf("reason-aborted") } };
}
