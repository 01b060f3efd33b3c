import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { vi } from "vitest";
import { createApp } from "../../../main/app/app.ts";
import { createBrowserHost } from "../../../main/hosts/browser/browser-host.ts";
import { createDownloads } from "../../../main/hosts/browser/downloads.ts";
import { createEventStream } from "../../../main/hosts/browser/event-stream.ts";
import { startLoopback } from "../../../main/hosts/browser/server.ts";
import { openingSettings } from "../../../main/hosts/window/opening-settings.ts";
import { openUploads } from "../../../main/hosts/window/uploads.ts";
import { openWindowFiles } from "../../../main/hosts/window/window-files.ts";
import { getBridge } from "../../../renderer/host/bridge.ts";
import { takeSession } from "../../../renderer/host/session.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import type { OpenedWindow } from "./window.ts";

/** The window's own HTTP bridge against the loopback host; the browser's part is played by Node. */
export async function openBrowser(): Promise<OpenedWindow> {
  const dir = tempDir();
  const dataDir = join(dir, "data");
  mkdirSync(join(dir, "window"));
  writeFileSync(join(dir, "window", "index.html"), '"__SESSION__"');
  const events = createEventStream();
  const downloads = createDownloads();
  const app = await createApp(createBrowserHost(dataDir, events, downloads), { dataDir });
  const files = openWindowFiles(join(dir, "window"), () => openingSettings(app));
  const uploads = await openUploads(dataDir);
  const parts = Promise.resolve({ app, events, downloads, uploads });
  const loopback = await startLoopback(Promise.resolve(files), () => parts, 0);

  const { origin } = new URL(loopback.url);
  const page = await (await fetch(loopback.url)).text();
  const ask = (path: string, init: RequestInit = {}) =>
    realFetch(origin + path, { ...init, headers: { ...init.headers, origin } });
  const kept = new Map<string, string>();
  vi.stubGlobal("window", {});
  vi.stubGlobal("fetch", ask);
  vi.stubGlobal("location", new URL(origin));
  vi.stubGlobal("document", { getElementById: () => ({ textContent: page, remove: () => 0 }) });
  vi.stubGlobal("history", { replaceState: () => undefined });
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
  if (takeSession() !== null) throw new Error("the page came without a key");

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
