import { describe, expect, it } from "vitest";
import { runLoopback } from "./loopback.ts";

describe("calls over the loopback host", () => {
  it("reach the services and come back as answers", async () => {
    const { ask, app, signIn } = await runLoopback();
    const reply = await ask({
      method: "POST",
      path: "/call/drafts.get",
      headers: { authorization: await signIn(), "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ draftId: 3, text: "É|漢" }),
    });
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({
      ok: true,
      value: { name: "drafts.get", input: { draftId: 3, text: "É|漢" } },
    });
    expect(app.calls).toHaveLength(1);
  });

  it("cannot name a path of this computer: that call is not for the page", async () => {
    const { ask, app, signIn } = await runLoopback();
    const reply = await ask({
      method: "POST",
      path: "/call/files.register",
      headers: { authorization: await signIn(), "content-type": "application/json" },
      body: JSON.stringify({ path: "/etc/passwd" }),
    });
    expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: "not-allowed" } });
    expect(app.calls).toEqual([]);
  });

  it("have to be JSON and to say so: a form of another page cannot make one", async () => {
    const { ask, app, signIn } = await runLoopback();
    const authorization = await signIn();
    const path = "/call/app.info";
    for (const type of ["text/plain", "application/x-www-form-urlencoded", ""]) {
      const headers = { authorization, "content-type": type };
      expect((await ask({ method: "POST", path, headers, body: "{}" })).status).toBe(415);
    }
    const headers = { authorization, "content-type": "application/json" };
    expect((await ask({ method: "POST", path, headers, body: "{" })).status).toBe(400);
    expect(app.calls).toEqual([]);
  });

  it("are bounded, and the refusal of a larger one arrives", async () => {
    const { ask, app, signIn } = await runLoopback();
    const reply = await ask({
      method: "POST",
      path: "/call/app.info",
      headers: { authorization: await signIn(), "content-type": "application/json" },
      body: JSON.stringify("x".repeat(5 * 1024 * 1024)),
    });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.body)).toMatchObject({ error: { code: "request-too-large" } });
    expect(app.calls).toEqual([]);
  });

  it("to nowhere are not found", async () => {
    const { ask, signIn } = await runLoopback();
    const headers = { authorization: await signIn(), "content-type": "application/json" };
    for (const path of ["/call", "/call/", "/", "/other/app.info"]) {
      const { status, body } = await ask({ method: "POST", path, headers, body: "{}" });
      expect(JSON.parse(body).ok, path).toBe(path === "/call/");
      expect(status, path).toBe(path === "/call/" ? 200 : 404);
    }
  });
});
