import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PostRequest } from "../../../main/api/transport.ts";
import { netErrorOutcome } from "../../../main/hosts/electron/net-errors.ts";
import { createElectronTransport } from "../../../main/hosts/electron/transport.ts";

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const post = (url: string, more: Partial<PostRequest> = {}) =>
  createElectronTransport().post({
    url,
    body: "a=1&b=%C3%A9",
    connectTimeoutMs: 1000,
    replyTimeoutMs: 1000,
    maxReplyBytes: 1000,
    ...more,
  });

describe("posting over Electron's network stack", () => {
  it("sends the form on a connection of its own and gives the reply as it came", async () => {
    let seen = {};
    const url = await serve((request, response) => {
      let body = "";
      request.on("data", (chunk) => {
        body += chunk;
      });
      request.on("end", () => {
        const { connection, "content-type": type } = request.headers;
        seen = { method: request.method, connection, type, body };
        response.writeHead(429, { "Retry-After": "7" }).end("later");
      });
    });
    const outcome = await post(url);
    expect(seen).toEqual({
      method: "POST",
      connection: "close",
      type: "application/x-www-form-urlencoded",
      body: "a=1&b=%C3%A9",
    });
    expect(outcome).toMatchObject({ kind: "reply", status: 429, cut: false });
    if (outcome.kind !== "reply") throw new Error("no reply");
    expect(outcome.headers["retry-after"]).toBe("7");
    expect(Buffer.from(outcome.body).toString()).toBe("later");
  });

  it("sends nothing to an address that is not https, but for this computer", async () => {
    for (const url of ["http://api.example.com/", "ftp://127.0.0.1/", "nothing"]) {
      expect(await post(url)).toMatchObject({ kind: "not-sent", cause: "bad-address" });
    }
  });

  it("does not follow a redirect: the redirect is the reply", async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.writeHead(302, { Location: "/elsewhere" }).end();
    });
    expect(await post(url)).toMatchObject({ kind: "reply", status: 302 });
    expect(asked).toBe(1);
  });

  it("keeps a bounded part of a long reply and says so", async () => {
    const url = await serve((_request, response) => response.end("x".repeat(5000)));
    const outcome = await post(url);
    expect(outcome).toMatchObject({ kind: "reply", status: 200, cut: true });
    expect(outcome.kind === "reply" && outcome.body.length).toBe(1000);
  });

  it("knows a refused connection as not sent", async () => {
    expect(await post("http://127.0.0.1:1/")).toMatchObject({ kind: "not-sent", cause: "refused" });
  });

  it("takes a connection that breaks after the request as maybe sent", async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await post(url)).toMatchObject({ kind: "maybe-sent", cause: "reset" });
  });

  it("takes a reply that breaks off as maybe sent", async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("half", () => request.socket.destroy());
    });
    expect(await post(url)).toMatchObject({ kind: "maybe-sent", cause: "cut-reply" });
  });

  it("waits for a reply no longer than it was told to", async () => {
    const url = await serve(() => undefined);
    const outcome = await post(url, { replyTimeoutMs: 300 });
    expect(outcome).toMatchObject({ kind: "maybe-sent", cause: "reply-timeout" });
  });

  it("begins nothing that may not be written any more", async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.end();
    });
    const outcome = await post(url, { mayWrite: () => false });
    expect(outcome).toMatchObject({ kind: "not-sent", cause: "aborted" });
    expect(asked).toBe(0);
  });

  it("an abort before the start sent nothing, one in the middle maybe did", async () => {
    const url = await serve(() => undefined);
    const before = post(url, { signal: AbortSignal.abort() });
    expect(await before).toMatchObject({ kind: "not-sent", cause: "aborted" });
    const control = new AbortController();
    const during = post(url, { signal: control.signal });
    control.abort();
    expect(await during).toMatchObject({ kind: "maybe-sent", cause: "aborted" });
  });
});

describe("Chromium's network errors", () => {
  const outcome = (name: string, started = false, reply = false) => {
    const { kind, ...rest } = netErrorOutcome(`net::${name}`, started, reply);
    return [kind, "cause" in rest ? rest.cause : null];
  };

  it.each([
    ["ERR_NAME_NOT_RESOLVED", "dns"],
    ["ERR_CONNECTION_REFUSED", "refused"],
    ["ERR_CONNECTION_TIMED_OUT", "connect-timeout"],
    ["ERR_CERT_AUTHORITY_INVALID", "tls"],
    ["ERR_CERT_DATE_INVALID", "tls"],
    ["ERR_PROXY_CONNECTION_FAILED", "refused"],
    ["ERR_PROXY_AUTH_UNSUPPORTED", "proxy-login"],
    ["ERR_INTERNET_DISCONNECTED", "offline"],
  ])("%s proves that nothing was sent: %s", (name, cause) => {
    expect(outcome(name)).toEqual(["not-sent", cause]);
  });

  it.each([
    ["ERR_CONNECTION_RESET", "reset"],
    ["ERR_CONNECTION_CLOSED", "reset"],
    ["ERR_EMPTY_RESPONSE", "reset"],
    ["ERR_NETWORK_CHANGED", "reset"],
    ["ERR_SSL_PROTOCOL_ERROR", "reset"],
    ["ERR_TIMED_OUT", "reply-timeout"],
    ["ERR_SOMETHING_NEW", "reset"],
  ])("%s proves nothing", (name, cause) => {
    expect(outcome(name)).toEqual(["maybe-sent", cause]);
  });

  it("a lost network proves nothing once the body has begun to leave", () => {
    expect(outcome("ERR_INTERNET_DISCONNECTED", true)).toEqual(["maybe-sent", "reset"]);
    expect(outcome("ERR_ADDRESS_UNREACHABLE", true)).toEqual(["maybe-sent", "reset"]);
  });

  it("after the head of a reply every error is a cut reply", () => {
    expect(outcome("ERR_CONNECTION_REFUSED", true, true)).toEqual(["maybe-sent", "cut-reply"]);
  });
});
