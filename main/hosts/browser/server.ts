import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { AppError, toAppError } from "../../errors.ts";
import { http } from "../../node-http.ts";
import type { App } from "../app-port.ts";
import type { Uploads } from "../uploads.ts";
import { acceptUpload, answerPage } from "../window-calls.ts";
import type { WindowFiles } from "../window-files.ts";
import type { Downloads } from "./downloads.ts";
import type { EventStream } from "./event-stream.ts";
import { isOwnRequest } from "./guard.ts";
import { readJson } from "./read-json.ts";
import { HttpRefusal, refuse, send, sendJson } from "./reply.ts";
import { createSession, type Session } from "./session.ts";

export interface LoopbackParts {
  readonly app: App;
  readonly files: WindowFiles;
  readonly events: EventStream;
  readonly downloads: Downloads;
  readonly uploads: Uploads;
}

export interface Loopback {
  /** The one-time address to open. */
  readonly url: string;
  readonly port: number;
  /** Comes where the parts could not be opened, once a window has been told why. */
  readonly failureTold: Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves the window on 127.0.0.1 only; port 0 takes a free one. A window that is signed in waits
 * for the parts.
 * @throws AppError address-unavailable
 */
export async function startLoopback(
  parts: Promise<LoopbackParts>,
  port: number,
): Promise<Loopback> {
  const server = http.createServer();
  const bound = await listen(server, port);
  const session = createSession(bound);
  const told = Promise.withResolvers<void>();
  let hasFailed = false;
  parts.catch(() => {
    hasFailed = true;
  });
  server.on("request", (request, response) => {
    response.once("close", () => {
      if (hasFailed && response.statusCode === 500) told.resolve();
    });
    void serve(parts, session, bound, request, response);
  });
  return {
    url: `http://127.0.0.1:${bound}/?token=${session.token}`,
    port: bound,
    failureTold: told.promise,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      const opened = await parts.catch(() => null);
      opened?.events.close();
      server.closeAllConnections();
      await closed;
      await opened?.uploads.close();
      await opened?.downloads.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) =>
      reject(
        new AppError("address-unavailable", { params: { port }, detail: cause.code ?? "", cause }),
      ),
    );
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/** Nothing thrown while serving may reach the process. */
async function serve(
  parts: Promise<LoopbackParts>,
  session: Session,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const as = request.method === "POST" ? "answer" : "sentence";
  try {
    if (!isOwnRequest(request.headers, port)) throw new HttpRefusal(403, "foreign-request");
    // Put together, not resolved: "//name" would be read as another host.
    const url = URL.parse(`http://127.0.0.1:${port}${request.url ?? "/"}`);
    if (url === null) throw new HttpRefusal(404, "not-found", { what: "page" });
    await route(parts, session, url, request, response);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (response.headersSent) response.destroy();
    else refuse(response, error instanceof HttpRefusal ? error.status : 500, error, as);
    // What is left of a refused body is read and dropped, so that the browser sees the reply.
    request.resume();
  }
}

async function route(
  opening: Promise<LoopbackParts>,
  session: Session,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const signedIn = session.admits(request.headers.cookie);
  const token = url.searchParams.get("token");
  if (request.method === "GET" && url.pathname === "/" && token !== null) {
    signIn(session, signedIn, token, response);
    return;
  }
  if (!signedIn) throw new HttpRefusal(403, "not-signed-in");
  const parts = await opening;
  if (request.method === "POST") return post(parts, url, request, response);
  if (request.method !== "GET") throw new HttpRefusal(405, "bad-input");
  if (url.pathname === "/events") return parts.events.open(response);
  const [, folder, id] = url.pathname.split("/");
  if (folder === "download") return parts.downloads.send(id ?? "", response);
  const file = await parts.files.read(url.pathname);
  if (file === null) throw new HttpRefusal(404, "not-found", { what: "page" });
  response.writeHead(200, { ...file.headers, "Content-Length": file.body.length });
  response.end(file.body);
}

/**
 * The token leaves the address bar at once. The browser may keep the address in its history: there it
 * opens nothing, as a token is taken once.
 */
function signIn(
  session: Session,
  signedIn: boolean,
  token: string,
  response: ServerResponse,
): void {
  const setCookie = signedIn ? null : admit(session, token);
  send(response, 303, "text/plain", "", {
    Location: "/",
    ...(setCookie === null ? {} : { "Set-Cookie": setCookie }),
  });
}

function admit(session: Session, token: string): string {
  const exchange = session.exchange(token);
  switch (exchange.kind) {
    case "admitted":
      return exchange.setCookie;
    case "used":
      throw new HttpRefusal(403, "address-used");
    case "wrong":
      throw new HttpRefusal(403, "not-signed-in");
  }
}

async function post(
  parts: LoopbackParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { app, uploads } = parts;
  if (url.pathname === "/files") {
    const declared = Number(request.headers["content-length"]);
    const name = url.searchParams.get("name") ?? "";
    const bytes = Number.isFinite(declared) ? declared : null;
    const value = await acceptUpload(app, uploads, { name, body: request, bytes });
    return sendJson(response, 200, { ok: true, value });
  }
  const [, folder, name] = url.pathname.split("/");
  if (folder !== "call" || name === undefined) {
    throw new HttpRefusal(404, "not-found", { what: "page" });
  }
  const input = await readJson(request);
  sendJson(response, 200, await answerPage(app, uploads, name, input));
}
