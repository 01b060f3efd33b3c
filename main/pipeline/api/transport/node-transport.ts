import type {
  NotSentCause,
  PostOutcome,
  PostRequest,
  Transport,
} from "../../../common/host/transport.ts";
import { endpointOf } from "../endpoint.ts";
import { dial } from "./connect/dial.ts";
import { environmentRoutes } from "./connect/environment.ts";
import { NotConnected } from "./connect/not-connected.ts";
import { DIRECT, type RoutesTo } from "./connect/route.ts";
import { decompressed } from "./decompress.ts";
import { exchange } from "./exchange.ts";

const NEVER = new AbortController().signal;

/**
 * POSTs over Node's own sockets and HTTP, which hand a request to one connection once, and never
 * again by themselves. Each request has a connection of its own: one that was used before may be
 * closing while it is written, and then nobody knows whether it arrived.
 * @param systemRoutes the ways to an address where the environment names no proxy
 */
export function createNodeTransport(systemRoutes: RoutesTo = async () => [DIRECT]): Transport {
  const routesTo: RoutesTo = async (url) =>
    url.protocol === "http:"
      ? [DIRECT]
      : (environmentRoutes(url, process.env) ?? (await systemRoutes(url)));
  return {
    async post(request: PostRequest): Promise<PostOutcome> {
      const url = endpointOf(request.url);
      if (url === null) return notSent("bad-address", "not https");
      const { signal = NEVER, connectTimeoutMs } = request;
      if (signal.aborted) return notSent("aborted", "");
      try {
        const socket = await dial(url, routesTo, { ms: connectTimeoutMs, signal });
        return decompressed(await exchange(url, socket, request), request.maxReplyBytes);
      } catch (error) {
        if (signal.aborted) return notSent("aborted", "stopped");
        if (error instanceof NotConnected) return notSent(error.reason, error.message);
        throw error;
      }
    },
  };
}

function notSent(cause: NotSentCause, detail: string): PostOutcome {
  return { kind: "not-sent", cause, detail };
}
