import type { Agent, ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { http, https } from "../node-http.ts";
import { errorCode, notSentCause } from "./network-causes.ts";
import { receiveReply } from "./receive-reply.ts";
import { watchReply } from "./reply-timeout.ts";
import type { MaybeSentCause, PostOutcome, PostRequest } from "./transport.ts";

const PIECE_BYTES = 128 * 1024;

/**
 * One request on Node's own HTTP client. The moment that counts is the one in which the connection
 * stands (with TLS: after the handshake): before it nothing can have arrived, from then on every
 * failure may have left the request with the server. A reused connection stands from the start.
 */
export function exchange(url: URL, agent: Agent, request: PostRequest): Promise<PostOutcome> {
  const { promise, resolve } = Promise.withResolvers<PostOutcome>();
  const secure = url.protocol === "https:";
  const body = Buffer.from(request.body, "utf8");
  const client = openRequest(url, agent, body.length);
  const reply = receiveReply(client, request.maxReplyBytes, {
    complete: end,
    broken: (detail) => fail("cut-reply", detail),
  });
  let connected = false;
  let ended = false;
  let stopWaiting = afterMs(request.connectTimeoutMs, () =>
    end({ kind: "not-sent", cause: "connect-timeout", detail: `${request.connectTimeoutMs} ms` }),
  );

  function end(outcome: PostOutcome): void {
    if (ended) return;
    ended = true;
    stopWaiting();
    request.signal?.removeEventListener("abort", onAbort);
    resolve(outcome);
    // A reply that was read to its end leaves the connection to the next request.
    if (outcome.kind !== "reply" || outcome.cut) client.destroy();
  }

  function fail(cause: MaybeSentCause, detail: string): void {
    const partial = reply.partial();
    if (partial === null) end({ kind: "maybe-sent", cause, detail });
    else
      end({ kind: "maybe-sent", cause: cause === "reset" ? "cut-reply" : cause, detail, partial });
  }

  function onAbort(): void {
    if (connected) fail("aborted", "stopped");
    else end({ kind: "not-sent", cause: "aborted", detail: "stopped" });
  }

  /** This process may have stood still for long: what it was to send may be another's by now. */
  function mayWrite(): boolean {
    if (request.mayWrite?.() !== false) return true;
    onAbort();
    return false;
  }

  request.signal?.addEventListener("abort", onAbort);
  client.on("socket", (socket) =>
    whenConnected(socket, () => {
      if (ended || !mayWrite()) return;
      connected = true;
      stopWaiting();
      stopWaiting = watchReply(client, socket, request.replyTimeoutMs, () =>
        fail("reply-timeout", `${request.replyTimeoutMs} ms`),
      );
      writePiece(client, body, 0, mayWrite);
    }),
  );
  client.on("error", (error) => {
    const code = errorCode(error);
    if (!connected) end({ kind: "not-sent", cause: notSentCause(error, secure), detail: code });
    // HPE: the HTTP parser's own; what came back was no HTTP or ended within its head.
    else fail(code.startsWith("HPE_") ? "cut-reply" : "reset", code);
  });
  client.on("close", () => {
    if (connected) fail("reset", "closed");
    else end({ kind: "not-sent", cause: "refused", detail: "closed" });
  });
  return promise;
}

/** Nothing of it leaves before the body is written. */
function openRequest(url: URL, agent: Agent, length: number): ClientRequest {
  return (url.protocol === "https:" ? https : http).request(url, {
    method: "POST",
    agent,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": length,
      accept: "application/json, text/xml, text/javascript, */*;q=0.1",
      "accept-encoding": "identity",
    },
  });
}

/** Piece by piece, so that progress on a slow line can be seen. */
function writePiece(
  client: ClientRequest,
  body: Buffer,
  from: number,
  mayWrite: () => boolean,
): void {
  const to = from + PIECE_BYTES;
  const next = () => writePiece(client, body, to, mayWrite);
  if (to >= body.length) client.end(body.subarray(from));
  else if (client.write(body.subarray(from, to))) next();
  else client.once("drain", () => mayWrite() && next());
}

/** Where Node tells less than expected, the connection counts as standing: the careful side. */
function whenConnected(socket: Socket, listener: () => void): void {
  if ("secureConnecting" in socket && socket.secureConnecting === true) {
    socket.once("secureConnect", listener);
  } else if (socket.connecting) {
    socket.once("connect", listener);
  } else {
    listener();
  }
}

function afterMs(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}
