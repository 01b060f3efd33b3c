import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { vi } from "vitest";
import { createApp } from "../../../main/app.ts";
import { createBrowserHost } from "../../../main/hosts/browser/browser-host.ts";
import { createDownloads } from "../../../main/hosts/browser/downloads.ts";
import { createEventStream } from "../../../main/hosts/browser/event-stream.ts";
import { startLoopback } from "../../../main/hosts/browser/server.ts";
import { openingSettings } from "../../../main/hosts/opening-settings.ts";
import { openUploads } from "../../../main/hosts/uploads.ts";
import { openWindowFiles } from "../../../main/hosts/window-files.ts";
import { getBridge } from "../../../renderer/bridge.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import type { OpenedWindow } from "./window.ts";

/** The window's own HTTP bridge against the loopback host; the browser's part is played by Node. */
export async function openBrowser(): Promise<OpenedWindow> {
  const dir = tempDir();
  const dataDir = join(dir, "data");
  mkdirSync(join(dir, "window"));
  writeFileSync(join(dir, "window", "index.html"), "window");
  const events = createEventStream();
  const downloads = createDownloads();
  const app = await createApp(createBrowserHost(dataDir, events, downloads), { dataDir });
  const files = openWindowFiles(join(dir, "window"), () => openingSettings(app));
  const uploads = await openUploads(dataDir);
  const loopback = await startLoopback(
    Promise.resolve({ app, files, events, downloads, uploads }),
    0,
  );

  const { origin } = new URL(loopback.url);
  const signedIn = await fetch(loopback.url, { redirect: "manual" });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const ask = (path: string, init: RequestInit = {}) =>
    realFetch(origin + path, { ...init, headers: { ...init.headers, cookie, origin } });
  vi.stubGlobal("window", {});
  vi.stubGlobal("fetch", ask);
  vi.stubGlobal("EventSource", eventSource(ask));

  return {
    bridge: getBridge(),
    dataDir,
    drop: (path) => new File([readFileSync(path)], basename(path)),
    async saved(downloadPath) {
      return (await ask(downloadPath ?? "/nothing")).text();
    },
    async close() {
      vi.unstubAllGlobals();
      await loopback.close();
      await app.close();
    },
  };
}

const realFetch = globalThis.fetch;

/** The part of a browser's EventSource that the bridge uses. */
function eventSource(ask: (path: string) => Promise<Response>): unknown {
  return class {
    onopen: (() => void) | null = null;
    onmessage: ((message: { readonly data: string }) => void) | null = null;
    #closed = false;
    constructor(path: string) {
      this.#read(path).catch(() => undefined);
    }
    async #read(path: string): Promise<void> {
      const { body } = await ask(path);
      this.onopen?.();
      let text = "";
      for await (const chunk of (body ?? new ReadableStream()).pipeThrough(
        new TextDecoderStream(),
      )) {
        text += chunk;
        const lines = text.split("\n");
        text = lines.pop() ?? "";
        for (const line of lines) {
          if (line.startsWith("data: ") && !this.#closed) this.onmessage?.({ data: line.slice(6) });
        }
      }
    }
    close(): void {
      this.#closed = true;
    }
  };
}
