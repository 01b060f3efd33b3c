import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { buildIfStale } from "../../../main/start/build.ts";
import { ROOT } from "../../../main/start/root.ts";
import { EVENT_CHANNEL } from "../../../preload/channels.ts";
import { suiteDir } from "../../helpers/temp-dir.ts";
import { app, ipcRenderer, told } from "./stand-in.ts";

/** The built program as it is packed, started as the installed one is, in Electron's stand-in. */
const suite = suiteDir();
const dataDir = join(suite, "data");
const first = join(suite, "first.csv");
const second = join(suite, "second.csv");
const words = process.argv;
let opened = 0;

beforeAll(async () => {
  await buildIfStale();
  for (const path of [first, second]) writeFileSync(path, "code,first_name\nC1,Ana\n");
  process.argv = ["loyalty-importer", "--data-dir", dataDir, first];
  told.packaged = true;
  for (const name of ["ignore-certificate-errors", "remote-debugging-port"]) {
    told.switches.add(name);
  }
  ipcRenderer.on(EVENT_CHANNEL, (_event, { kind }: { readonly kind: string }) => {
    if (kind === "open-draft") opened += 1;
  });
  await import(/* @vite-ignore */ pathToFileURL(join(ROOT, "out/main/index.js")).href);
  // Another start while this one still opens its data.
  app.emit("second-instance", {}, [], suite, { files: [second], screen: null });
  await vi.waitFor(() => expect(opened).toBe(2), { timeout: 20_000 });
}, 60_000);
afterAll(async () => {
  const exit = vi.spyOn(app, "exit");
  app.emit("will-quit", { preventDefault: () => undefined });
  await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
  process.argv = words;
});

const get = (url: string, method = "GET") =>
  told.pageHandlers.get("app")?.(new Request(url, { method })) as Promise<Response>;

it("its one window is locked down", () => {
  expect(told.windows).toHaveLength(1);
  const [window] = told.windows;
  expect(window?.loaded).toBe("app://window/");
  expect(window?.options).toMatchObject({
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      devTools: false,
    },
  });
  expect(told.sandboxed).toBe(true);
  expect(window?.webContents.openHandler?.({ url: "https://example.com/" })).toEqual({
    action: "deny",
  });
  expect([told.permissionRequest, told.permissionCheck, told.devicePermission]).not.toContain(null);
});

it("its page runs scripts of its own files only", async () => {
  const page = await get("app://window/");
  const policy = page.headers.get("content-security-policy") ?? "";
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-\S+';/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  const html = await page.text();
  const scripts = [...html.matchAll(/<script([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes = "", text = ""] of scripts) {
    const data = attributes.includes('type="application/json"');
    expect(data || (/src="\.\/assets\//.test(attributes) && text === ""), attributes).toBe(true);
  }
  const [, script = ""] = /src="\.(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
  expect((await get(`app://window${script}`)).status).toBe(200);
  expect((await get(`app://window${script}?x=1`)).status).toBe(200);
});

it.each([
  "app://window/../../package.json",
  "app://window/..%2f..%2fpackage.json",
  "app://window/%2e%2e/%2e%2e/package.json",
  "app://window/assets/..%5c..%5cmain%5cindex.js",
  "app://window//etc/passwd",
  "app://window/licences.json%00.html",
  "app://elsewhere/index.html",
  "app://window.elsewhere/index.html",
])("its scheme hands out nothing at %s", async (url) => {
  expect((await get(url)).status).toBe(404);
});
