import type { IncomingMessage } from "node:http";
import { MAX_BODY_BYTES } from "./accept.ts";

/** "gone": the client went away; "stopped": `stop` had seen enough. */
export type BodyReading =
  | { readonly kind: "whole"; readonly body: Buffer }
  | { readonly kind: "too-large" }
  | { readonly kind: "gone" }
  | { readonly kind: "stopped" };

/** Reads a request's body, at most MAX_BODY_BYTES; `stop` is asked after every piece. */
export async function readBody(
  request: IncomingMessage,
  stop: (pieces: readonly Buffer[]) => boolean = () => false,
): Promise<BodyReading> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    // The socket stays as it is when reading stops early: what happens to it is decided elsewhere.
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      pieces.push(piece);
      size += piece.length;
      if (size > MAX_BODY_BYTES) return { kind: "too-large" };
      if (stop(pieces)) return { kind: "stopped" };
    }
  } catch (error) {
    if (request.destroyed) return { kind: "gone" };
    throw error;
  }
  return { kind: "whole", body: Buffer.concat(pieces) };
}
