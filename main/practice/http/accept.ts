import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { HttpReply } from "../reply/reply.ts";

/** A body's bytes at most: three times the largest batch the product makes, and more. */
export const MAX_BODY_BYTES = 64 * 1024 * 1024;

const FORM = /^application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * Refuses, by HTTP status, what is no POST of a form to the one address. Host and Origin are
 * checked so that no web page in a browser on this computer can reach the practice account.
 * Undefined: the request may be read.
 */
export function refuseRequest(request: IncomingMessage): HttpReply | undefined {
  const { headers, method, url } = request;
  const port = request.socket.localPort;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? "")) return plain(421, "This is not that host.");
  if (isFromPage(headers)) return plain(403, "Web pages may not use the practice server.");
  if (url?.split("?")[0] !== "/") return plain(404, "Everything is posted to /.");
  if (method !== "POST") return { ...plain(405, "Post a form."), headers: { allow: "POST" } };
  if (!FORM.test(headers["content-type"] ?? "")) {
    return plain(415, "Post application/x-www-form-urlencoded in UTF-8.");
  }
  if (Number(headers["content-length"] ?? 0) > MAX_BODY_BYTES) return tooLarge();
  return undefined;
}

/**
 * Browsers name the page a request comes from. A network stack without a page, Electron's own,
 * says "none" or nothing at all.
 */
function isFromPage(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"] ?? "none";
  const origin = headers.origin ?? "null";
  return site !== "none" || origin !== "null";
}

export function tooLarge(): HttpReply {
  return plain(413, `A form may have ${MAX_BODY_BYTES} bytes.`);
}

function plain(status: number, text: string): HttpReply {
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return { status, headers, body: Buffer.from(`${text}\n`) };
}
