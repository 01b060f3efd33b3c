import type { Agent } from "node:http";
import type { Agent as SecureAgent } from "node:https";
import tls from "node:tls";
import { http, https } from "../node-http.ts";
import { decompressed } from "./decompress.ts";
import { endpointOf } from "./endpoint.ts";
import { exchange } from "./exchange.ts";
import type { PostOutcome, PostRequest, Transport } from "./transport.ts";

/**
 * An idle connection is dropped after this time. Servers drop theirs after five seconds and more,
 * and a request that crosses such an end leaves nobody knowing whether it arrived.
 */
const IDLE_SOCKET_MS = 2_000;

/**
 * POSTs over node:http and node:https. Certificates are always checked, against Node's own list
 * and the system's; https goes through the proxy that the environment names (`HTTPS_PROXY`,
 * `NO_PROXY`); loopback never does.
 */
export function createNodeTransport(): Transport & { close(): void } {
  const plain = new http.Agent({ keepAlive: true, timeout: IDLE_SOCKET_MS });
  let secure: SecureAgent | null = null;

  function agentFor(url: URL): Agent {
    if (url.protocol === "http:") return plain;
    secure ??= new https.Agent({
      keepAlive: true,
      timeout: IDLE_SOCKET_MS,
      ca: certificates(),
      rejectUnauthorized: true,
      proxyEnv: process.env,
    });
    return secure;
  }

  return {
    async post(request: PostRequest): Promise<PostOutcome> {
      const url = endpointOf(request.url);
      if (url === null) return { kind: "not-sent", cause: "bad-address", detail: "not https" };
      if (request.signal?.aborted) return { kind: "not-sent", cause: "aborted", detail: "" };
      return decompressed(await exchange(url, agentFor(url), request), request.maxReplyBytes);
    },
    close() {
      plain.destroy();
      secure?.destroy();
    },
  };
}

function certificates(): string[] {
  return [...new Set([...tls.getCACertificates("default"), ...tls.getCACertificates("system")])];
}
