import type { ClientRequest, IncomingMessage } from "node:http";
import type { PostOutcome } from "../../../common/host/transport.ts";

type Reply = Extract<PostOutcome, { readonly kind: "reply" }>;

interface ReplyEnds {
  complete(reply: Reply): void;
  /** The connection ended within the reply. */
  broken(detail: string): void;
}

export interface ReplyInProgress {
  /** What has come so far, or null before a reply began. */
  partial(): { readonly status: number; readonly body: Uint8Array } | null;
}

/** Collects the reply of a request, up to a number of bytes. */
export function receiveReply(
  client: ClientRequest,
  maxBytes: number,
  ends: ReplyEnds,
): ReplyInProgress {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let response: IncomingMessage | null = null;

  function reply(from: IncomingMessage, cut: boolean): Reply {
    const headers = Object.fromEntries(
      Object.entries(from.headers).map(([name, value]) => [name, String(value)]),
    );
    return { kind: "reply", status: from.statusCode ?? 0, headers, body: body(), cut };
  }

  function body(): Buffer {
    return Buffer.concat(chunks).subarray(0, maxBytes);
  }

  client.on("response", (from) => {
    response = from;
    from.on("data", (chunk: Buffer) => {
      if (bytes > maxBytes) return;
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) ends.complete(reply(from, true));
    });
    from.on("end", () => {
      if (from.complete) ends.complete(reply(from, false));
    });
    from.on("error", (error) => ends.broken(error.message));
    from.on("close", () => {
      if (!from.complete) ends.broken("closed");
    });
  });
  return {
    partial: () => (response === null ? null : { status: response.statusCode ?? 0, body: body() }),
  };
}
