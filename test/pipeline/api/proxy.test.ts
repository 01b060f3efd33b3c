import type { Socket } from "node:net";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  DIRECT,
  type ProxyRoute,
  proxyAt,
  type Route,
} from "../../../main/pipeline/api/transport/connect/route.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { rawServer } from "../../helpers/servers/raw-server.ts";

beforeEach(() => {
  for (const name of ["HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"]) {
    vi.stubEnv(name, "");
    vi.stubEnv(name.toLowerCase(), "");
  }
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
});

/** A server that does this with the first bytes that it gets. */
async function server(answer: (socket: Socket) => unknown) {
  const asked: string[] = [];
  const { port } = await rawServer({
    onConnect: (socket) =>
      socket.once("data", (chunk) => {
        asked.push(chunk.toString("latin1"));
        answer(socket);
      }),
  });
  return { port, asked, at: (kind: ProxyRoute["kind"]) => way(kind, `127.0.0.1:${port}`) };
}

function way(kind: ProxyRoute["kind"], address: string): ProxyRoute {
  const route = proxyAt(kind, address);
  if (route === null) throw new Error(`no proxy at ${address}`);
  return route;
}

function post(routes: readonly Route[], connectTimeoutMs = 3000, signal?: AbortSignal) {
  return createNodeTransport(async () => routes).post({
    url: "https://api.example.com/",
    body: "a=b",
    connectTimeoutMs,
    replyTimeoutMs: 3000,
    maxReplyBytes: 1000,
    ...(signal === undefined ? {} : { signal }),
  });
}

const NO = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n";
const LOGIN = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
const REFUSED = way("http", "127.0.0.1:1");

test("a proxy that asks for a login is named, and nothing was sent", async () => {
  const proxy = await server((socket) => socket.end(LOGIN));
  const outcome = await post([proxy.at("http")]);
  expect(proxy.asked[0]).toMatch(/^CONNECT api\.example\.com:443 HTTP\/1\.1\r\n/);
  expect(proxy.asked[0]).not.toMatch(/authorization/i);
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "proxy-login" });
});

test("the environment's proxy goes before the system's, with its login and for all but its exceptions", async () => {
  const proxy = await server((socket) => socket.end(LOGIN));
  vi.stubEnv("HTTPS_PROXY", `http://me:p%40ss@127.0.0.1:${proxy.port}`);
  expect(await post([REFUSED])).toMatchObject({ cause: "proxy-login" });
  const login = Buffer.from("me:p@ss").toString("base64");
  expect(proxy.asked[0]).toContain(`proxy-authorization: Basic ${login}\r\n`);
  vi.stubEnv("NO_PROXY", "api.example.com");
  expect(await post([])).not.toMatchObject({ cause: "proxy-login" });
  expect(proxy.asked).toHaveLength(1);
});

test.each([
  ["cannot reach the address", NO],
  ["hangs up", ""],
  ["speaks no HTTP", "what?\r\n\r\n"],
  ["answers for the server", "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"],
])("a proxy that %s proves that nothing was sent", async (_, answer) => {
  const proxy = await server((socket) => socket.end(answer));
  expect((await post([proxy.at("http")])).kind).toBe("not-sent");
});

test.each([
  ["asks for a login", Buffer.from([5, 255]), "proxy-login"],
  ["speaks no SOCKS", Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n"), "refused"],
] as const)("a SOCKS proxy that %s proves that nothing was sent", async (_, answer, cause) => {
  const proxy = await server((socket) => socket.end(answer));
  expect(await post([proxy.at("socks5")])).toMatchObject({ kind: "not-sent", cause });
});

test("where a proxy cannot be reached the next way is tried, where it answers none is", async () => {
  const second = await server((socket) => socket.end(LOGIN));
  const hangsUp = await server((socket) => socket.end());
  for (const first of [REFUSED, hangsUp.at("http"), way("http", "nowhere.invalid:80")]) {
    expect(await post([first, second.at("http")])).toMatchObject({ cause: "proxy-login" });
  }
  expect(second.asked).toHaveLength(3);
  const refusing = await server((socket) => socket.end(NO));
  expect(await post([refusing.at("http"), second.at("http")])).toMatchObject({ cause: "refused" });
  expect(second.asked).toHaveLength(3);
});

test("a proxy that says nothing leaves time for the next way", async () => {
  const silent = await server(() => undefined);
  const second = await server((socket) => socket.end(LOGIN));
  const outcome = await post([silent.at("http"), second.at("http")], 600);
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "proxy-login" });
});

test.each(["http", "https", "socks4", "socks5"] as const)(
  "a silent proxy (%s) is a connect timeout, and stopping ends the wait",
  async (kind) => {
    const silent = await server(() => undefined);
    const began = performance.now();
    expect(await post([silent.at(kind)], 300)).toMatchObject({
      kind: "not-sent",
      cause: "connect-timeout",
    });
    expect(performance.now() - began).toBeLessThan(2000);
    const stop = AbortSignal.timeout(100);
    expect(await post([silent.at(kind)], 5000, stop)).toMatchObject({
      kind: "not-sent",
      cause: "aborted",
    });
  },
);

test("proxy settings that nobody can tell, or that name no way, are no way round the proxy", async () => {
  const transport = createNodeTransport(() => new Promise(() => undefined));
  const request = { body: "", replyTimeoutMs: 1000, maxReplyBytes: 1000, connectTimeoutMs: 200 };
  const outcome = await transport.post({ ...request, url: "https://127.0.0.1:1/" });
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "connect-timeout" });
  expect(await post([])).toMatchObject({ kind: "not-sent", cause: "refused" });
  vi.stubEnv("HTTPS_PROXY", "ftp://127.0.0.1:1");
  expect(await post([DIRECT])).toMatchObject({ kind: "not-sent", detail: "no way to the address" });
});
