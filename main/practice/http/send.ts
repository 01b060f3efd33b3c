import type { ServerResponse } from "node:http";
import type { HttpReply } from "../reply/reply.ts";

/** Headers every reply has. */
const COMMON = { "cache-control": "no-store", "x-content-type-options": "nosniff" } as const;

export function headersOf(reply: HttpReply): Record<string, string> {
  return { ...COMMON, "content-length": String(reply.body.length), ...reply.headers };
}

export function send(response: ServerResponse, reply: HttpReply): void {
  // What is left of an unread body would be taken for the next request.
  const unread = response.req.complete ? {} : { connection: "close" };
  response.writeHead(reply.status, { ...headersOf(reply), ...unread });
  response.end(reply.body);
}
