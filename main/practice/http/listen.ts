import { createServer, type Server } from "node:http";
import { AppError } from "../../errors.ts";
import type { Answerer } from "./answer.ts";

/** The server answers this computer only. */
const HOST = "127.0.0.1";
/** A client has this long to send a whole request. */
const REQUEST_TIMEOUT_MS = 120_000;
/** What a reply under way may take when the server closes. */
const GRACE_MS = 1000;

/**
 * Starts answering on the loopback address; port 0 takes any free one.
 * @throws AppError practice-port-taken | practice-port-refused
 */
export async function listen(port: number, answer: Answerer): Promise<Server> {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
    // Nothing is left to say to the client; the socket's own error handling hears of it.
    answer(request, response).catch((error: Error) => request.socket.destroy(error));
  });
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, HOST, resolve);
  try {
    await promise;
  } catch (error) {
    throw listenError(error, port);
  }
  return server;
}

function listenError(error: unknown, port: number): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "EADDRINUSE") return new AppError("practice-port-taken", { params: { port } });
  if (code === "EACCES") return new AppError("practice-port-refused", { params: { port } });
  return error;
}

export function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("no TCP address");
  return `http://${HOST}:${address.port}/`;
}

/** Takes no new request, lets replies under way finish within GRACE_MS, then hangs up. */
export async function hangUp(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await promise;
  clearTimeout(timer);
}
