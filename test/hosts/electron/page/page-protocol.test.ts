import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import {
  registerPageScheme,
  servePage,
} from "../../../../main/hosts/electron/page/page-protocol.ts";
import { contentSecurityPolicy } from "../../../../main/hosts/window/page-security.ts";
import { openWindowFiles } from "../../../../main/hosts/window/window-files.ts";
import { tempDir } from "../../../helpers/temp-dir.ts";
import { SETTINGS } from "../../fake-app.ts";
import { type PageAnswer, told } from "../stand-in/index.ts";

it("the page comes over a scheme of its own, with the same policy as in a browser", async () => {
  const dir = join(tempDir(), "renderer");
  mkdirSync(dir);
  mkdirSync(join(dir, "assets"));
  writeFileSync(join(dir, "index.html"), '<meta nonce="__CSP_NONCE__">');
  writeFileSync(join(dir, "assets", "a.js"), "script");
  const outside = join(dir, "..", "outside");
  mkdirSync(outside);
  writeFileSync(join(outside, "a.js"), "secret");
  // To a folder, as Windows lets everybody make one.
  symlinkSync(outside, join(dir, "assets", "link"), "junction");
  registerPageScheme();
  let hasScript = false;
  void servePage(openWindowFiles(dir, async () => SETTINGS)).then(() => {
    hasScript = true;
  });
  const get = async (url: string, method = "GET") => {
    const { statusCode, headers, data } = await new Promise<PageAnswer>((answer) =>
      told.pageHandlers.get("app")?.({ url: new URL(url).href, method }, answer),
    );
    return new Response(await text(data), { status: statusCode, headers: { ...headers } });
  };

  const page = await get("app://window/");
  const nonce = /nonce="([^"]+)"/.exec(await page.text())?.[1] ?? "";
  expect(nonce).not.toContain("_");
  expect(page.headers.get("content-security-policy")).toBe(contentSecurityPolicy(nonce));
  // It would be drawn by a second process, started when the first one was about to draw it.
  expect(page.headers.has("cross-origin-opener-policy")).toBe(false);
  expect(hasScript).toBe(false);
  const script = await get("app://window/assets/a.js");
  expect(hasScript).toBe(true);
  expect(script.headers.get("content-type")).toContain("text/javascript");
  expect(await (await get("app://window/assets/a.js?v=2#x")).text()).toBe("script");
  expect((await get("app://window/assets/link/a.js")).status).toBe(404);
  expect((await get("app://other/")).status).toBe(404);
  expect((await get("app://window/../../etc/passwd")).status).toBe(404);
  expect((await get("app://window/", "POST")).status).toBe(404);
});

it("that scheme is a secure origin without further rights", () => {
  expect(told.schemes).toEqual([
    {
      scheme: "app",
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
});
