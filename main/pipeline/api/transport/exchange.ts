import type { ClientRequest } from "node:http";
import type { Socket } from "node:net";
import { http, https } from "../../../common/host/node-http.ts";
import type { MaybeSentCause, PostOutcome, PostRequest } from "../../../common/host/transport.ts";
import { VERSION } from "../../../common/version.ts";
import { errorCode } from "./network-causes.ts";
import { receiveReply } from "./receive-reply.ts";
import { watchReply } from "./reply-timeout.ts";

const PIECE_BYTES = 128 * 1024;
/** By which a platform's operator tells whose request it is. */
const USER_AGENT = `LoyaltyImporter/${VERSION}`;

/**
 * One request on a connection that stands and carries nothing else. Until the first bytes are
 * written nothing can have arrived, from then on every failure may have left the request with the
 * server.
 */
export function exchange(url: URL, socket: Socket, request: PostRequest): Promise<PostOutcome> {
  const { promise, resolve } = Promise.withResolvers<PostOutcome>();
  const body = typeof request.body === "string" ? Buffer.from(request.body, "utf8") : request.body;
  const client = openRequest(url, socket, body.length);
  const reply = receiveReply(client, request.maxReplyBytes, {
    complete: end,
    broken: (detail) => fail("cut-reply", detail),
  });
  let written = false;
  let ended = false;
  let stopWaiting = (): void => undefined;

  function end(outcome: PostOutcome): void {
    if (ended) return;
    ended = true;
    stopWaiting();
    request.signal?.removeEventListener("abort", onAbort);
    resolve(outcome);
    client.destroy();
  }

  function fail(cause: MaybeSentCause, detail: string): void {
    const partial = reply.partial();
    if (partial === null) end({ kind: "maybe-sent", cause, detail });
    else
      end({ kind: "maybe-sent", cause: cause === "reset" ? "cut-reply" : cause, detail, partial });
  }

  function onAbort(): void {
    if (written) fail("aborted", "stopped");
    else end({ kind: "not-sent", cause: "aborted", detail: "stopped" });
  }

  /** This process may have stood still for long: what it was to send may be another's by now. */
  function mayWrite(): boolean {
    if (request.mayWrite?.() !== false) return true;
    onAbort();
    return false;
  }

  request.signal?.addEventListener("abort", onAbort);
  client.on("socket", () => {
    if (ended) return;
    if (!socket.writable) return end({ kind: "not-sent", cause: "refused", detail: "closed" });
    if (!mayWrite()) return;
    written = true;
    stopWaiting = watchReply(client, socket, request.replyTimeoutMs, () =>
      fail("reply-timeout", `${request.replyTimeoutMs} ms`),
    );
    writePiece(client, body, 0, mayWrite);
  });
  client.on("error", (error) => {
    const code = errorCode(error);
    if (!written) end({ kind: "not-sent", cause: "refused", detail: code });
    else if (isRefusedHandshake(code) && reply.partial() === null)
      end({ kind: "not-sent", cause: "tls", detail: code });
    // HPE: the HTTP parser's own; what came back was no HTTP or ended within its head.
    else fail(code.startsWith("HPE_") ? "cut-reply" : "reset", code);
  });
  client.on("close", () => {
    if (written) fail("reset", "closed");
    else end({ kind: "not-sent", cause: "refused", detail: "closed" });
  });
  return promise;
}

/**
 * TLS 1.3 lets a client write before the server has looked at the client's part of the handshake.
 * A server that then asks for a certificate in vain has read nothing of what was written.
 */
function isRefusedHandshake(code: string): boolean {
  return code.endsWith("_ALERT_CERTIFICATE_REQUIRED");
}

/** Nothing of it leaves before the body is written. */
function openRequest(url: URL, socket: Socket, length: number): ClientRequest {
  return (url.protocol === "https:" ? https : http).request(url, {
    method: "POST",
    createConnection: () => socket,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": length,
      connection: "close",
      "user-agent": USER_AGENT,
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
