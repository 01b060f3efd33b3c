import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "../../../main/hosts/window/page-security.ts";
import { openWindowFiles, type WindowFile } from "../../../main/hosts/window/window-files.ts";
import type { Settings } from "../../../preload/types.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { SETTINGS } from "../fake-app.ts";
import { runLoopback } from "./loopback.ts";

function bodyOf(file: WindowFile | null): AsyncIterable<Uint8Array> {
  if (file === null) throw new Error("no such file");
  return file.body instanceof Uint8Array ? Readable.from([file.body]) : file.body;
}

describe("the window's files", () => {
  it("come with the policy, a fresh nonce in each page and the same one in its header", async () => {
    const { ask, signIn } = await runLoopback();
    const authorization = await signIn();
    const pages = [
      await ask({ path: "/", headers: { authorization } }),
      await ask({ path: "/", headers: { authorization } }),
    ];
    const nonces = pages.map(({ body }) => /nonce="([^"]+)"/.exec(body)?.[1] ?? "");
    expect(nonces[0]).not.toBe(nonces[1]);
    for (const [at, page] of pages.entries()) {
      expect(page.headers["content-security-policy"]).toBe(contentSecurityPolicy(nonces[at] ?? ""));
      expect(page.headers["cache-control"]).toBe("no-store");
    }
  });

  it("carry the settings of the moment, and no text of theirs can end the element it stands in", async () => {
    const dir = tempDir();
    writeFileSync(join(dir, "index.html"), '<script>"__OPENING_SETTINGS__"</script>');
    let settings: Settings = { ...SETTINGS, theme: "light" };
    const files = openWindowFiles(dir, async () => settings);
    const read = async () => text(bodyOf(await files.read("/")));
    const inPage = (page: string) => JSON.parse(page.slice("<script>".length, -"</script>".length));
    expect(inPage(await read())).toEqual(settings);
    settings = { ...SETTINGS, language: "</script><b>$&" as "en" };
    expect(inPage(await read())).toEqual(settings);
    expect((await read()).match(/</g)).toHaveLength(2);
  });

  it("name their scripts before the settings are known, and fail where those cannot be read", async () => {
    const dir = tempDir();
    writeFileSync(join(dir, "index.html"), '<script src="a.js"><b>"__OPENING_SETTINGS__"</b>');
    const settings = Promise.withResolvers<Settings>();
    settings.promise.catch(() => undefined);
    const file = await openWindowFiles(dir, () => settings.promise).read("/");
    const pieces = bodyOf(file)[Symbol.asyncIterator]();
    const first = await pieces.next();
    expect(Buffer.from(first.value ?? []).toString("utf8")).toBe('<script src="a.js"><b>');
    settings.reject(new Error("no settings"));
    await expect(pieces.next()).rejects.toThrow("no settings");
  });

  it("may be read before they are asked for: page, script and style, each once", async () => {
    const dir = tempDir();
    mkdirSync(join(dir, "assets"));
    const names = ["/index.html", "/assets/a.js", "/assets/a.css", "/assets/later.js"];
    const write = (text: string) => {
      for (const name of names) writeFileSync(join(dir, name), text);
    };
    write(
      '<script src="./assets/a.js"></script><link href="./assets/a.css"><a href="./assets/no">',
    );
    const files = openWindowFiles(dir, async () => SETTINGS);
    await files.readAhead();
    write("newer");
    const read = async (name: string) => text(bodyOf(await files.read(name)));
    for (const name of ["/", "/assets/a.js", "/assets/a.css"]) {
      expect(await read(name), name).toContain("assets/a.js");
      expect(await read(name), name).toBe("newer");
    }
    expect(await read("/assets/later.js")).toBe("newer");
  });

  it("that cannot be read ahead fail for who asks for them", async () => {
    const dir = tempDir();
    writeFileSync(join(dir, "index.html"), "page");
    const files = openWindowFiles(dir, async () => SETTINGS);
    rmSync(join(dir, "index.html"));
    await files.readAhead();
    await expect(files.read("/")).rejects.toThrow("ENOENT");
  });

  it("may run scripts of our own files only, and nothing inline", () => {
    const policy = contentSecurityPolicy("n");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|http:/);
  });

  it("come with the headers that keep them to themselves", async () => {
    const { ask, signIn } = await runLoopback();
    const authorization = await signIn();
    for (const path of ["/", "/assets/a.js", "/none"]) {
      const { headers } = await ask({ path, headers: { authorization } });
      expect(headers, path).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-dns-prefetch-control": "off",
        "x-frame-options": "DENY",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
      });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
    }
  });

  it.each([
    "/../secret.js",
    "/assets/../../secret.js",
    "/%2e%2e/secret.js",
    "/..%2fsecret.js",
    "/assets/..%5c..%5csecret.js",
    "//secret.js",
    "/assets",
    "/assets/",
    "/assets/a.js%00.html",
    "/constructor",
  ])("answers %s with nothing", async (path) => {
    const { ask, signIn } = await runLoopback();
    const reply = await ask({ path, headers: { authorization: await signIn() } });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain("outside");
  });

  it("have to be built", () => {
    expect(() => openWindowFiles(tempDir(), async () => SETTINGS)).toThrow(/npm run build/);
    expect(() => openWindowFiles("/nowhere/at/all", async () => SETTINGS)).toThrow(/npm run build/);
  });

  it("are read by GET alone", async () => {
    const { ask, signIn } = await runLoopback();
    const headers = { authorization: await signIn() };
    expect((await ask({ method: "PUT", path: "/", headers })).status).toBe(405);
    expect((await ask({ method: "OPTIONS", path: "/", headers })).status).toBe(405);
  });
});
