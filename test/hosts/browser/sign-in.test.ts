import { describe, expect, it } from "vitest";
import { keyIn, pathOf, runLoopback } from "./loopback.ts";

describe("signing in to the loopback host", () => {
  it("listens on the loopback address only and prints a token of 256 bits", async () => {
    const { loopback } = await runLoopback();
    const url = new URL(loopback.url);
    expect(url.hostname).toBe("127.0.0.1");
    expect(Buffer.from(url.searchParams.get("token") ?? "", "base64url")).toHaveLength(32);
  });

  it("hands the session's key to the page that comes with the token, and sets no cookie", async () => {
    const { loopback, ask } = await runLoopback();
    const reply = await ask({ path: pathOf(loopback.url) });
    expect(reply.status).toBe(200);
    expect(Buffer.from(keyIn(reply.body) ?? "", "base64url")).toHaveLength(32);
    expect(reply.headers["set-cookie"]).toBeUndefined();
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect(reply.body).not.toContain(new URL(loopback.url).searchParams.get("token"));
  });

  it("takes the token once: a second browser gets a sentence and no key", async () => {
    const { loopback, ask, signIn } = await runLoopback();
    await signIn();
    const second = await ask({ path: pathOf(loopback.url) });
    expect(second.status).toBe(403);
    expect(keyIn(second.body)).toBeNull();
    expect(second.body).toContain("already used");
  });

  it("hands the page to whoever asks, without a key", async () => {
    const { ask, signIn } = await runLoopback();
    await signIn();
    const page = await ask({ path: "/" });
    expect(page.status).toBe(200);
    expect(keyIn(page.body)).toBeNull();
    expect(page.body).toContain("Start Loyalty Importer again");
    expect(keyIn((await ask({ path: "/?token=x" })).body)).toBeNull();
  });

  it.each([
    ["nothing", {}],
    ["a key that is empty", { authorization: "Bearer " }],
    ["another window's key", { authorization: `Bearer ${"a".repeat(43)}` }],
    ["the printed token", { authorization: "Bearer TOKEN" }],
    ["the key as a cookie", { cookie: "session=KEY; loyalty-importer=KEY" }],
  ])("answers no call to %s", async (_name, given: Readonly<Record<string, string>>) => {
    const { ask, app, events, loopback, signIn } = await runLoopback();
    const key = (await signIn()).replace("Bearer ", "");
    const token = new URL(loopback.url).searchParams.get("token") ?? "";
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replaceAll("KEY", key).replace("TOKEN", token),
      ]),
    );
    events.emit({ kind: "open-draft", draftId: 1 });
    expect((await ask({ path: "/events", headers })).status).toBe(403);
    expect((await ask({ path: "/download/x", headers })).status).toBe(404);
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

  it("is not locked out by cookies that other ports of this computer have set", async () => {
    const { ask, signIn } = await runLoopback();
    const authorization = await signIn();
    const cookie = Array.from({ length: 300 }, (_, at) => `c${at}=${"x".repeat(2_000)}`).join("; ");
    expect((await ask({ path: "/", headers: { cookie } })).status).toBe(200);
    const call = await ask({
      method: "POST",
      path: "/call/app.info",
      headers: { authorization, cookie, "content-type": "application/json" },
      body: "{}",
    });
    expect(call.status).toBe(200);
  });

  it("refuses another name for this computer, as a rebound DNS name would be", async () => {
    const { loopback, ask, signIn } = await runLoopback();
    const authorization = await signIn();
    for (const host of ["evil.example", `localhost:${loopback.port}`, `evil:${loopback.port}`]) {
      const reply = await ask({ path: "/", headers: { authorization, host } });
      expect(reply.status, host).toBe(403);
      expect(reply.body).not.toContain("<meta");
    }
    const token = await ask({ path: pathOf(loopback.url), headers: { host: "evil.example" } });
    expect(token.status).toBe(403);
  });

  it("refuses pages of other sites and of other local ports, key or not", async () => {
    const { ask, app, signIn } = await runLoopback();
    const authorization = await signIn();
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "http://127.0.0.1:1" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
    ];
    for (const from of foreign) {
      const headers: Record<string, string> = { authorization, "content-type": "application/json" };
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
