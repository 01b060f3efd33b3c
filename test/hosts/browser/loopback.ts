import { writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { createDownloads, type Downloads } from "../../../main/hosts/browser/downloads.ts";
import { createEventStream, type EventStream } from "../../../main/hosts/browser/event-stream.ts";
import { type Loopback, startLoopback } from "../../../main/hosts/browser/server.ts";
import { openingSettings } from "../../../main/hosts/window/opening-settings.ts";
import { openUploads } from "../../../main/hosts/window/uploads.ts";
import { openWindowFiles } from "../../../main/hosts/window/window-files.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { type FakeApp, fakeApp } from "../fake-app.ts";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | Readable;
}

export interface RunningLoopback {
  readonly loopback: Loopback;
  readonly app: FakeApp;
  readonly events: EventStream;
  readonly downloads: Downloads;
  readonly dataDir: string;
  /** One request, exactly as given: no cookie, no Origin, Host as the server is reached. */
  ask(ask: Ask): Promise<Reply>;
  /** Exchanges the token; gives the Authorization header of a window that is signed in. */
  signIn(): Promise<string>;
}

/** The loopback host over a small built window and the fake services, ended with the test. */
export async function runLoopback(maxUploadBytes?: number): Promise<RunningLoopback> {
  const dir = tempDir();
  const dataDir = join(dir, "data");
  const window = join(dir, "window");
  await mkdir(join(window, "assets"), { recursive: true });
  writeFileSync(join(dir, "secret.js"), "outside");
  writeFileSync(
    join(window, "index.html"),
    '<meta nonce="__CSP_NONCE__"><i>"__OPENING_SETTINGS__"</i><b>"__SESSION__"</b>window',
  );
  writeFileSync(join(window, "assets", "a.js"), "script");
  const app = fakeApp();
  const events = createEventStream();
  const downloads = createDownloads();
  const uploads = await openUploads(dataDir, maxUploadBytes);
  const files = openWindowFiles(window, () => openingSettings(app));
  const parts = Promise.resolve({ app, events, downloads, uploads });
  const loopback = await startLoopback(Promise.resolve(files), () => parts, 0);
  onTestFinished(() => loopback.close());

  const ask = (what: Ask) => send(loopback.port, what);
  return {
    loopback,
    app,
    events,
    downloads,
    dataDir,
    ask,
    async signIn() {
      const { body } = await ask({ path: pathOf(loopback.url) });
      return `Bearer ${keyIn(body)}`;
    },
  };
}

/** The session's key that a page was handed out with. */
export function keyIn(page: string): string | null {
  return (JSON.parse(/<b>(.*?)<\/b>/.exec(page)?.[1] ?? "null") as { key: string }).key;
}

/** The path and query of the one-time address. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function send(port: number, { method = "GET", path, headers = {}, body }: Ask): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("error", reject);
      reply.on("end", () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    if (body !== undefined && typeof body === "object" && "pipe" in body) body.pipe(sent);
    else sent.end(body);
  });
}
