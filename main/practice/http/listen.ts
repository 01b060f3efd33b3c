import { createServer, type Server, type ServerResponse } from "node:http";
import { AppError } from "../../common/errors.ts";
import type { Answerer } from "./answer.ts";

/** The server answers this computer only. */
const HOST = "127.0.0.1";
/** A client has this long to send a whole request. */
const REQUEST_TIMEOUT_MS = 120_000;
/** What a reply under way may take when the server closes. */
const GRACE_MS = 1000;

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new request, lets replies under way finish within GRACE_MS, then hangs up. */
  hangUp(): Promise<void>;
}

/**
 * Starts answering on the loopback address; port 0 takes any free one.
 * @throws AppError practice-port-taken | practice-port-refused
 */
export async function listen(port: number, answer: Answerer): Promise<Listening> {
  const underWay = new Set<ServerResponse>();
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    // Nothing is left to say to the client; the socket's own error handling hears of it.
    answer(request, response).catch((error: Error) => request.socket.destroy(error));
  });
  const bound = await bind(server, port);
  return {
    url: `http://${HOST}:${bound}/`,
    port: bound,
    hangUp: async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      await allClosed(underWay);
      server.closeAllConnections();
      await promise;
    },
  };
}

async function bind(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, HOST, resolve);
  await promise.catch((error: unknown) => {
    throw listenError(error, port);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("no TCP address");
  return address.port;
}

function listenError(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EADDRINUSE") return new AppError("practice-port-taken", { params: { port } });
  if (code === "EACCES") return new AppError("practice-port-refused", { params: { port } });
  return error;
}

async function allClosed(responses: ReadonlySet<ServerResponse>): Promise<void> {
  if (responses.size === 0) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, GRACE_MS);
  for (const response of responses) {
    response.once("close", () => {
      if (responses.size === 0) resolve();
    });
  }
  await promise;
  clearTimeout(timer);
}
