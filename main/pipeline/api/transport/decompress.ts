import zlib from "node:zlib";
import type { PostOutcome } from "../../../common/host/transport.ts";

type Decompress = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Buffer;

/** By the names of `Content-Encoding`; servers and proxies compress what nobody asked them to. */
const METHODS: Readonly<Record<string, Decompress>> = {
  gzip: (body, options) => zlib.gunzipSync(body, options),
  "x-gzip": (body, options) => zlib.gunzipSync(body, options),
  br: (body, options) => zlib.brotliDecompressSync(body, options),
  zstd: (body, options) => zlib.zstdDecompressSync(body, options),
  deflate: (body, options) => inflate(body, options),
};

/**
 * A reply with its body as the server meant it. What cannot be decompressed to its end within
 * `maxBytes` stays as it came: nobody can read it, so the request may have arrived.
 */
export function decompressed(outcome: PostOutcome, maxBytes: number): PostOutcome {
  if (outcome.kind !== "reply" || outcome.cut) return outcome;
  const method = METHODS[outcome.headers["content-encoding"]?.trim().toLowerCase() ?? ""];
  if (method === undefined) return outcome;
  try {
    return { ...outcome, body: method(outcome.body, { maxOutputLength: maxBytes }) };
  } catch (error) {
    if (error instanceof Error) return outcome;
    throw error;
  }
}

/** With the zlib header that RFC 9110 asks for, or without, as many servers send it. */
const inflate: Decompress = (body, options) => {
  const [first = 0] = body;
  return (first & 0x0f) === 8
    ? zlib.inflateSync(body, options)
    : zlib.inflateRawSync(body, options);
};
