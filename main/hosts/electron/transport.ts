import { type ClientRequest, type IncomingMessage, net, session } from "electron";
import { endpointOf } from "../../api/endpoint.ts";
import type { PostOutcome, PostRequest, Transport } from "../../api/transport.ts";
import { netErrorOutcome } from "./net-errors.ts";

/** In memory only: no cookie and no cache of one request reaches the next or the disk. */
const PARTITION = "api";
/** Chromium gives up a connection attempt after four minutes; longer is only a safety net. */
const CONNECT_VERDICT_MS = 270_000;
const LOOK_EVERY_MS = 250;

/**
 * POSTs over Chromium's network stack: the system's proxy and certificate store.
 *
 * Two of its habits must not touch a batch. On a kept connection that turns out closed it sends
 * the request again by itself, POST or not: `Connection: close` keeps every request on a fresh
 * connection (HTTP/2 and QUIC, which retry alike, are switched off at the start). And it does not
 * tell when a connection stands, so an attempt is never ended by our own clock before body bytes
 * were seen to leave: its own verdict is waited for, because only that proves that nothing left.
 */
export function createElectronTransport(): Transport {
  return {
    async post(request): Promise<PostOutcome> {
      if (endpointOf(request.url) === null) {
        return { kind: "not-sent", cause: "bad-address", detail: "not https" };
      }
      if (request.signal?.aborted === true || request.mayWrite?.() === false) {
        return { kind: "not-sent", cause: "aborted", detail: "before the start" };
      }
      return await new Promise((resolve) => start(request, resolve));
    },
  };
}

function start(options: PostRequest, resolve: (outcome: PostOutcome) => void): void {
  const request = net.request({
    method: "POST",
    url: options.url,
    session: session.fromPartition(PARTITION),
    redirect: "manual",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Connection: "close",
    },
  });
  const began = performance.now();
  let uploadSeen: number | null = null;
  let proxyLogin = false;
  let replyStarted = false;
  let settled = false;

  function settle(outcome: PostOutcome): void {
    if (settled) return;
    settled = true;
    clearInterval(clock);
    options.signal?.removeEventListener("abort", abort);
    resolve(outcome);
  }
  function end(outcome: PostOutcome): void {
    settle(outcome);
    request.abort();
  }
  function abort(): void {
    end({ kind: "maybe-sent", cause: "aborted", detail: "by the program" });
  }
  function uploadStarted(): boolean {
    if (uploadSeen === null && request.getUploadProgress().started) uploadSeen = performance.now();
    return uploadSeen !== null;
  }

  const clock = setInterval(() => {
    // Where this process stood still meanwhile, Chromium may not have begun to write yet.
    if (!uploadStarted() && options.mayWrite?.() === false) return abort();
    const since = uploadStarted() ? (uploadSeen ?? began) : null;
    const limit = since === null ? CONNECT_VERDICT_MS : options.replyTimeoutMs;
    if (performance.now() - (since ?? began) < limit) return;
    const cause = replyStarted ? "cut-reply" : "reply-timeout";
    end({ kind: "maybe-sent", cause, detail: `no reply in ${limit} ms` });
  }, LOOK_EVERY_MS);
  options.signal?.addEventListener("abort", abort, { once: true });

  request.on("login", (info, answer) => {
    if (info.isProxy) proxyLogin = true;
    answer();
  });
  request.on("redirect", (status, _method, _url, headers) =>
    end({ kind: "reply", status, headers: flat(headers), body: new Uint8Array(), cut: false }),
  );
  request.on("error", (error) => {
    if (proxyLogin)
      return settle({ kind: "not-sent", cause: "proxy-login", detail: error.message });
    settle(netErrorOutcome(error.message, uploadStarted(), replyStarted));
  });
  request.on("response", (response) => {
    replyStarted = true;
    if (response.statusCode === 407) {
      return end({ kind: "not-sent", cause: "proxy-login", detail: "HTTP 407" });
    }
    collect(response, options.maxReplyBytes, end, settle);
  });
  send(request, options.body);
}

function collect(
  response: IncomingMessage,
  maxBytes: number,
  end: (outcome: PostOutcome) => void,
  settle: (outcome: PostOutcome) => void,
): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const reply = (cut: boolean): PostOutcome => ({
    kind: "reply",
    status: response.statusCode,
    headers: flat(response.headers),
    body: Buffer.concat(chunks),
    cut,
  });
  response.on("data", (chunk) => {
    chunks.push(chunk.subarray(0, maxBytes - bytes));
    bytes += chunk.length;
    if (bytes > maxBytes) end(reply(true));
  });
  response.on("end", () => settle(reply(false)));
  response.on("aborted", () =>
    settle({ kind: "maybe-sent", cause: "cut-reply", detail: `after ${bytes} bytes` }),
  );
  response.on("error", (error: unknown) => settle(netErrorOutcome(String(error), true, true)));
}

function send(request: ClientRequest, body: string): void {
  request.end(Buffer.from(body, "utf8"));
}

function flat(headers: Readonly<Record<string, string | string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(", ") : value,
    ]),
  );
}
