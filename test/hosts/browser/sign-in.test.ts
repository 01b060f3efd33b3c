import { describe, expect, it } from "vitest";
import { pathOf, runLoopback } from "./loopback.ts";

describe("signing in to the loopback host", () => {
  it("listens on the loopback address only and prints a token of 256 bits", async () => {
    const { loopback } = await runLoopback();
    const url = new URL(loopback.url);
    expect(url.hostname).toBe("127.0.0.1");
    expect(Buffer.from(url.searchParams.get("token") ?? "", "base64url")).toHaveLength(32);
  });

  it("exchanges the token for a cookie that scripts and other sites cannot use", async () => {
    const { loopback, ask } = await runLoopback();
    const reply = await ask({ path: pathOf(loopback.url) });
    expect(reply.status).toBe(303);
    expect(reply.headers.location).toBe("/");
    expect(reply.headers["set-cookie"]?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(reply.headers["set-cookie"]?.[0]).not.toContain(
      new URL(loopback.url).searchParams.get("token"),
    );
  });

  it("takes the token once: a second browser is refused with a sentence", async () => {
    const { loopback, ask, signIn } = await runLoopback();
    await signIn();
    const second = await ask({ path: pathOf(loopback.url) });
    expect(second.status).toBe(403);
    expect(second.headers["set-cookie"]).toBeUndefined();
    expect(second.body).toContain("already used");
  });

  it("lets the window that is signed in open the printed address again", async () => {
    const { loopback, ask, signIn } = await runLoopback();
    const cookie = await signIn();
    const again = await ask({ path: pathOf(loopback.url), headers: { cookie } });
    expect(again.status).toBe(303);
    expect(again.headers["set-cookie"]).toBeUndefined();
  });

  it.each([
    ["no cookie", {}],
    ["an empty cookie", { cookie: "" }],
    ["another window's cookie", { cookie: "loyalty-importer-1=abc; other=1" }],
    ["a made-up value", { cookie: "loyalty-importer-PORT=abc" }],
  ])("refuses everything with %s", async (_name, { cookie }: { readonly cookie?: string }) => {
    const { ask, app, loopback } = await runLoopback();
    const made = cookie?.replace("PORT", String(loopback.port));
    const headers: Record<string, string> = made === undefined ? {} : { cookie: made };
    for (const path of [
      "/",
      "/index.html",
      "/assets/a.js",
      "/events",
      "/download/x",
      "/?token=x",
    ]) {
      const reply = await ask({ path, headers });
      expect(reply.status, path).toBe(403);
      expect(reply.body, path).toMatch(/Start Loyalty Importer again/);
    }
    const call = await ask({
      method: "POST",
      path: "/call/app.info",
      headers: { ...headers, "content-type": "application/json" },
      body: "{}",
    });
    expect(call.status).toBe(403);
    expect(JSON.parse(call.body)).toMatchObject({ ok: false, error: { code: "not-signed-in" } });
    expect((await ask({ method: "POST", path: "/files?name=a", headers, body: "x" })).status).toBe(
      403,
    );
    expect(app.calls).toEqual([]);
    expect(app.files).toEqual([]);
  });

  it("refuses another name for this computer, as a rebound DNS name would be", async () => {
    const { loopback, ask, signIn } = await runLoopback();
    const cookie = await signIn();
    for (const host of ["evil.example", `localhost:${loopback.port}`, `evil:${loopback.port}`]) {
      const reply = await ask({ path: "/", headers: { cookie, host } });
      expect(reply.status, host).toBe(403);
      expect(reply.body).not.toContain("<meta");
    }
    const token = await ask({ path: pathOf(loopback.url), headers: { host: "evil.example" } });
    expect(token.status).toBe(403);
  });

  it("refuses pages of other sites and of other local ports, cookie or not", async () => {
    const { ask, app, signIn } = await runLoopback();
    const cookie = await signIn();
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "http://127.0.0.1:1" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const from of foreign) {
      const headers: Record<string, string> = { cookie, "content-type": "application/json" };
      const reply = await ask({
        method: "POST",
        path: "/call/app.info",
        headers: Object.assign(headers, from),
        body: "{}",
      });
      expect(reply.status, JSON.stringify(from)).toBe(403);
      expect(JSON.parse(reply.body)).toMatchObject({ error: { code: "foreign-request" } });
    }
    expect(app.calls).toEqual([]);
  });
});
