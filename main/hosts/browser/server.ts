import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { App } from "../../app/app-port.ts";
import { AppError, toAppError } from "../../common/errors.ts";
import { http } from "../../common/host/node-http.ts";
import { BROWSER_HEADERS } from "../window/page-security.ts";
import type { Uploads } from "../window/uploads.ts";
import { acceptUpload, answerPage } from "../window/window-calls.ts";
import type { WindowFile, WindowFiles } from "../window/window-files.ts";
import type { Downloads } from "./downloads.ts";
import type { EventStream } from "./event-stream.ts";
import { isOwnRequest } from "./guard.ts";
import { readJson } from "./read-json.ts";
import { HttpRefusal, refuse, sendJson } from "./reply.ts";
import { createSession, type Session } from "./session.ts";

export interface LoopbackParts {
  readonly app: App;
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
 * Cookies that servers on other ports have set come with requests for the page: a browser keeps some
 * hundred of up to 4 KiB. None is looked at, and none may keep the window from being answered.
 */
const MAX_HEADER_BYTES = 1024 * 1024;

/** The status of every answer once the parts could not be opened: the page gives way to the reason. */
const NOT_OPENED = 503;

interface Site {
  readonly files: Promise<WindowFiles>;
  /** Opens the parts at the first call. */
  readonly open: () => Promise<LoopbackParts>;
  readonly session: Session;
  readonly port: number;
  /** Whether the parts could not be opened. */
  readonly hasFailed: () => boolean;
}

/**
 * Serves the window on 127.0.0.1 only; port 0 takes a free one. Its page and files come as soon as
 * they are there; what a page asks for waits for the parts.
 * @param open opens the parts at the first call
 * @throws AppError address-unavailable
 */
export async function startLoopback(
  files: Promise<WindowFiles>,
  open: () => Promise<LoopbackParts>,
  port: number,
): Promise<Loopback> {
  const server = http.createServer({ maxHeaderSize: MAX_HEADER_BYTES });
  const bound = await listen(server, port);
  const session = createSession();
  const told = Promise.withResolvers<void>();
  let hasFailed = false;
  const fail = () => {
    hasFailed = true;
  };
  files.catch(fail);
  const site: Site = {
    files,
    open() {
      const opened = open();
      opened.catch(fail);
      return opened;
    },
    session,
    port: bound,
    hasFailed: () => hasFailed,
  };
  server.on("request", (request, response) => {
    response.once("close", () => {
      if (response.statusCode === NOT_OPENED) told.resolve();
    });
    void serve(site, request, response);
  });
  return {
    url: `http://127.0.0.1:${bound}/?token=${session.token}`,
    port: bound,
    failureTold: told.promise,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      const opened = await open().catch(() => null);
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
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const as = request.method === "POST" ? "answer" : "sentence";
  try {
    if (!isOwnRequest(request.headers, site.port)) throw new HttpRefusal(403, "foreign-request");
    // Put together, not resolved: "//name" would be read as another host.
    const url = URL.parse(`http://127.0.0.1:${site.port}${request.url ?? "/"}`);
    if (url === null) throw new HttpRefusal(404, "not-found", { what: "page" });
    await route(site, url, request, response);
  } catch (thrown) {
    const error = toAppError(thrown);
    const fault = site.hasFailed() ? NOT_OPENED : 500;
    if (response.headersSent) response.destroy();
    else refuse(response, error instanceof HttpRefusal ? error.status : fault, error, as);
    // What is left of a refused body is read and dropped, so that the browser sees the reply.
    request.resume();
  }
}

async function route(
  { files, open, session }: Site,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "GET" && url.pathname === "/") {
    return await page(await files, session, url.searchParams.get("token"), response);
  }
  const isAdmitted = session.admits(request.headers.authorization);
  if (!isAdmitted && (request.method !== "GET" || url.pathname === "/events")) {
    throw new HttpRefusal(403, "not-signed-in");
  }
  if (request.method === "POST") return post(await open(), url, request, response);
  if (request.method !== "GET") throw new HttpRefusal(405, "bad-input");
  if (url.pathname === "/events") return (await open()).events.open(response);
  const [, folder, id] = url.pathname.split("/");
  // A link of the page bears no header: the path is a secret of its own, good for once.
  if (folder === "download") return (await open()).downloads.send(id ?? "", response);
  await sendFile(response, 200, await (await files).read(url.pathname));
}

/**
 * The page itself is no secret; the key of the session comes with the one answer to the one-time
 * address. Whoever has no key is told so by the page.
 */
async function page(
  files: WindowFiles,
  session: Session,
  token: string | null,
  response: ServerResponse,
): Promise<void> {
  const exchange = token === null ? null : session.exchange(token);
  const refusal = new AppError(exchange?.kind === "used" ? "address-used" : "not-signed-in");
  const key = exchange?.kind === "admitted" ? exchange.key : null;
  const status = exchange === null || key !== null ? 200 : 403;
  await sendFile(response, status, await files.read("/", { key, refusal: refusal.message }));
}

async function sendFile(
  response: ServerResponse,
  status: number,
  file: WindowFile | null,
): Promise<void> {
  if (file === null) throw new HttpRefusal(404, "not-found", { what: "page" });
  // Not by a `Response`, which Node would have to load its whole HTTP client for.
  const body = file.body instanceof Uint8Array ? file.body : await buffer(file.body);
  response.writeHead(status, {
    ...BROWSER_HEADERS,
    ...file.headers,
    "Content-Length": body.length,
  });
  response.end(body);
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
