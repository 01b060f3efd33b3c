import { assertNever } from "../../../preload/assert-never.ts";
import { AppError } from "../../common/errors.ts";
import type { NotSentCause, PostOutcome, Transport } from "../../common/host/transport.ts";
import type { ResolvedConnection } from "../../records/connections/resolved.ts";
import { encodeForm, type Parameter } from "../batches/form.ts";
import { commonParameters, outputParameters } from "../batches/request.ts";
import { looksLikeCredentials } from "./credentials.ts";
import { hideSecrets } from "./hide-secrets.ts";
import type { ReplyObject } from "./reply/node.ts";
import { readReply } from "./reply/read-reply.ts";

const CONNECT_TIMEOUT_MS = 10_000;
const REPLY_TIMEOUT_MS = 30_000;
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

const UNREACHABLE: Readonly<Record<Exclude<NotSentCause, "bad-address">, string>> = {
  offline: "api-offline",
  dns: "api-offline",
  refused: "api-unreachable",
  "connect-timeout": "api-unreachable",
  aborted: "api-unreachable",
  tls: "api-not-secure",
  "proxy-login": "api-proxy-login",
};

/**
 * Asks the API something that changes nothing.
 * @throws AppError api-offline | api-unreachable | api-not-secure | api-proxy-login | api-no-answer |
 * api-busy | api-wrong-address |
 * api-credentials[-silent] | api-error[-silent] | api-unreadable
 */
export async function callApi(
  transport: Transport,
  connection: ResolvedConnection,
  type: string,
  parameters: readonly Parameter[],
  signal?: AbortSignal,
): Promise<ReplyObject> {
  const output = connection.settings.output === "xml" ? "xml" : "json";
  const body = encodeForm([
    ...commonParameters(connection, type),
    ...parameters,
    ...outputParameters(output),
  ]);
  const outcome = await transport.post({
    url: connection.url,
    body,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    replyTimeoutMs: REPLY_TIMEOUT_MS,
    maxReplyBytes: MAX_REPLY_BYTES,
    ...(signal === undefined ? {} : { signal }),
  });
  return contentOf(outcome, connection.apiKey);
}

function contentOf(outcome: PostOutcome, apiKey: string): ReplyObject {
  switch (outcome.kind) {
    case "not-sent":
      if (outcome.cause === "bad-address") throw new AppError("api-wrong-address");
      throw new AppError(UNREACHABLE[outcome.cause], {
        retry: true,
        detail: `${outcome.cause} ${outcome.detail}`,
      });
    case "maybe-sent":
      throw new AppError("api-no-answer", { retry: true, detail: outcome.cause });
    case "reply":
      return contentOfReply(outcome, apiKey);
    default:
      return assertNever(outcome);
  }
}

function contentOfReply(
  reply: Extract<PostOutcome, { readonly kind: "reply" }>,
  apiKey: string,
): ReplyObject {
  const { status } = reply;
  const detail = `status ${status}`;
  if (status >= 300 && status < 400) throw new AppError("api-wrong-address", { detail });
  const content = readReply(reply.body, reply.headers["content-type"] ?? "");
  if (content.kind === "error" && (status < 500 || content.words !== null)) {
    const words = content.words === null ? null : hideSecrets(content.words, [apiKey]);
    throw apiRefusal(words, status);
  }
  if (content.kind === "success" && status < 300) return content.content;
  if (status === 429 || status === 503) throw new AppError("api-busy", { retry: true, detail });
  if (status === 401) throw new AppError("api-credentials-silent", { detail });
  throw new AppError("api-unreadable", { detail, retry: status >= 500 });
}

function apiRefusal(words: string | null, status: number): AppError {
  const detail = `status ${status}`;
  const credentials = status === 401 || looksLikeCredentials(words ?? "");
  const code = credentials ? "api-credentials" : "api-error";
  return words === null
    ? new AppError(`${code}-silent`, { detail })
    : new AppError(code, { params: { words }, detail });
}
