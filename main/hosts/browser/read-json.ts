import type { IncomingMessage } from "node:http";
import { HttpRefusal } from "./reply.ts";

/** The largest call of the contract (a mapping of 500 fields with transforms) stays below it. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * The JSON body of a request.
 * @throws HttpRefusal 415 (not declared as JSON), 413 (too large), 400 (not JSON)
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new HttpRefusal(415, "bad-input");
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Leaving the loop early must not close the connection before the refusal is read.
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new HttpRefusal(413, "request-too-large");
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new HttpRefusal(400, "bad-input");
  }
}
