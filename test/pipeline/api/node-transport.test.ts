import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import type { PostOutcome, PostRequest } from "../../../main/common/host/transport.ts";
import { VERSION } from "../../../main/common/version.ts";
import { classify } from "../../../main/pipeline/api/classify.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { onPosix } from "../../helpers/posix.ts";
import { fullServer } from "../../helpers/servers/full-server.ts";
import { httpReply, rawServer } from "../../helpers/servers/raw-server.ts";

const transport = createNodeTransport();

function requestTo(url: string, more: Partial<PostRequest> = {}): PostRequest {
  return {
    url,
    body: "a=b",
    connectTimeoutMs: 3000,
    replyTimeoutMs: 3000,
    maxReplyBytes: 10_000,
    ...more,
  };
}

async function outcomeOf(
  answer: (socket: Socket) => unknown,
  more: Partial<PostRequest> = {},
): Promise<PostOutcome> {
  const server = await rawServer({ onRequest: answer });
  return transport.post(requestTo(`http://127.0.0.1:${server.port}/`, more));
}

test("a reply comes with status, headers and body", async () => {
  const outcome = await outcomeOf((socket) => socket.write(httpReply("hello")));
  expect(outcome).toMatchObject({ kind: "reply", status: 200, cut: false });
  expect(outcome.kind === "reply" && Buffer.from(outcome.body).toString()).toBe("hello");
});

const REPLY = '{"status":"success"}';

test.each([
  ["gzip", gzipSync(REPLY)],
  ["br", brotliCompressSync(REPLY)],
  ["deflate", deflateSync(REPLY)],
  ["deflate", deflateRawSync(REPLY)],
  ["zstd", zstdCompressSync(REPLY)],
] as const)("a reply that comes in %s all the same is read", async (encoding, body) => {
  const head = `HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\nContent-Length: ${body.length}`;
  const outcome = await outcomeOf((socket) => {
    socket.write(`${head}\r\n\r\n`);
    socket.write(body);
  });
  expect(outcome.kind === "reply" && Buffer.from(outcome.body).toString()).toBe(REPLY);
});

test("a compressed reply that is cut, or would be endless, stays unread", async () => {
  for (const body of [gzipSync(REPLY).subarray(0, 20), gzipSync("a".repeat(1_000_000))]) {
    const outcome = await outcomeOf((socket) => {
      const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${body.length}`;
      socket.write(`${head}\r\n\r\n`);
      socket.write(body);
    });
    expect(outcome.kind === "reply" && Buffer.compare(Buffer.from(outcome.body), body)).toBe(0);
    expect(classify(outcome, 0)).toMatchObject({ kind: "unclear" });
  }
});

test.each([
  ["100 Continue", "HTTP/1.1 100 Continue\r\n\r\n"],
  ["103 Early Hints", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"],
])("%s before the reply is passed over", async (_, early) => {
  const outcome = await outcomeOf((socket) => socket.write(early + httpReply(REPLY)));
  expect(outcome).toMatchObject({ kind: "reply", status: 200 });
});

test("a switch of protocols that nobody asked for leaves it unknown", async () => {
  const head = "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x";
  const outcome = await outcomeOf((socket) => socket.end(`${head}\r\n\r\n`));
  expect(outcome.kind).toBe("maybe-sent");
});

test.each([
  ["204", "HTTP/1.1 204 No Content\r\n\r\n"],
  ["no body", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"],
  ["half a body as the whole", `HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n${REPLY}`],
])("a reply with %s is unclear", async (_, reply) => {
  const outcome = await outcomeOf((socket) => socket.end(reply));
  expect(classify(outcome, 0).kind).toBe("unclear");
});

test("what a server says beyond its reply never becomes the answer to the next request", async () => {
  const stray = httpReply('{"status":"error","error":"stray"}');
  const server = await rawServer({
    onRequest: (socket, count) => socket.write(count === 1 ? httpReply(REPLY) + stray : ""),
  });
  const request = requestTo(`http://127.0.0.1:${server.port}/`, { replyTimeoutMs: 500 });
  expect((await transport.post(request)).kind).toBe("reply");
  expect((await transport.post(request)).kind).toBe("maybe-sent");
});

test("a reply that ends with the connection is whole", async () => {
  const outcome = await outcomeOf((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nhello"));
  expect(outcome).toMatchObject({ kind: "reply", cut: false });
});

test("nothing is sent to an address that is not https, but for this computer", async () => {
  for (const url of [
    "http://example.com/",
    "ftp://localhost/",
    "no address",
    "http://127.0.0.1.example.com/",
  ]) {
    expect(await transport.post(requestTo(url))).toMatchObject({
      kind: "not-sent",
      cause: "bad-address",
    });
  }
});

test("a refused connection and an unknown name prove that nothing arrived", async () => {
  const refused = await transport.post(requestTo("http://127.0.0.1:1/"));
  expect(refused).toMatchObject({ kind: "not-sent", cause: "refused" });
  const unknown = await transport.post(requestTo("https://nowhere.invalid/"));
  expect(unknown).toMatchObject({ kind: "not-sent", cause: "dns" });
});

test("an unknown certificate is refused, whatever the environment says", async () => {
  const pem = readFileSync(new URL("../../fixtures/self-signed-localhost.pem", import.meta.url));
  let requests = 0;
  const server = createHttps({ key: pem, cert: pem }, () => {
    requests += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
  onTestFinished(() => {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const outcome = await transport.post(requestTo(`https://127.0.0.1:${port}/`));
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "tls" });
  expect(requests).toBe(0);
});

test("a broken handshake proves that nothing arrived", async () => {
  const server = await rawServer({ onConnect: (socket) => socket.end("what?") });
  const outcome = await transport.post(requestTo(`https://127.0.0.1:${server.port}/`));
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "tls" });
  const resetting = await rawServer({ onConnect: (socket) => socket.resetAndDestroy() });
  const reset = await transport.post(requestTo(`https://127.0.0.1:${resetting.port}/`));
  expect(reset.kind).toBe("not-sent");
});

test("a handshake that never ends is a connect timeout", async () => {
  const server = await rawServer({});
  const outcome = await transport.post(
    requestTo(`https://127.0.0.1:${server.port}/`, { connectTimeoutMs: 200 }),
  );
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "connect-timeout" });
});

onPosix(
  {
    title: "where packets are dropped, the attempt ends at its limit",
    reason: "a full port refuses at once",
  },
  async () => {
    const began = performance.now();
    const outcome = await transport.post(
      requestTo(`http://127.0.0.1:${await fullServer()}/`, { connectTimeoutMs: 400 }),
    );
    expect(outcome).toMatchObject({ kind: "not-sent", cause: "connect-timeout" });
    expect(performance.now() - began).toBeLessThan(5000);
  },
);

test.each([
  ["resets", (socket: Socket) => socket.resetAndDestroy()],
  ["closes", (socket: Socket) => socket.end()],
] as readonly (readonly [string, (socket: Socket) => unknown])[])(
  "a server that %s after the request leaves it unknown",
  async (_, answer) => {
    expect(await outcomeOf(answer)).toMatchObject({ kind: "maybe-sent", cause: "reset" });
  },
);

test("a silent server is a reply timeout", async () => {
  const outcome = await outcomeOf(() => undefined, { replyTimeoutMs: 200 });
  expect(outcome).toMatchObject({ kind: "maybe-sent", cause: "reply-timeout" });
});

test("a reply that trickles for ever is a reply timeout, with what came of it", async () => {
  const outcome = await outcomeOf(
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n");
      const timer = setInterval(() => socket.write("x"), 20);
      socket.on("close", () => clearInterval(timer));
    },
    { replyTimeoutMs: 300 },
  );
  expect(outcome).toMatchObject({
    kind: "maybe-sent",
    cause: "reply-timeout",
    partial: { status: 200 },
  });
});

test.each([
  ["in its body", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"],
  ["in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"],
])("a reply that breaks off %s is a cut reply", async (_, bytes) => {
  const outcome = await outcomeOf((socket) => socket.end(bytes));
  expect(outcome).toMatchObject({
    kind: "maybe-sent",
    cause: "cut-reply",
    partial: { status: 200 },
  });
});

test.each([
  ["what is no HTTP", "hello\r\n\r\n"],
  ["a head that breaks off", "HTTP/1.1 200 OK\r\nContent-Le"],
])("%s may be the answer to a request that arrived", async (_, bytes) => {
  expect((await outcomeOf((socket) => socket.end(bytes))).kind).toBe("maybe-sent");
});

test("no more than the allowed bytes of a reply are kept", async () => {
  const outcome = await outcomeOf((socket) => socket.write(httpReply("x".repeat(1_000_000))));
  expect(outcome).toMatchObject({ kind: "reply", cut: true });
  expect(outcome.kind === "reply" && outcome.body.length).toBe(10_000);
});

test("a redirect is not followed", async () => {
  const target = await rawServer({ onRequest: (socket) => socket.write(httpReply("target")) });
  const head = `HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:${target.port}/`;
  const outcome = await outcomeOf((socket) => socket.write(httpReply("", head)));
  expect(outcome).toMatchObject({ kind: "reply", status: 307 });
  expect(target.connections()).toBe(0);
});

test("each request asks for a connection of its own, and has one though the server keeps the last", async () => {
  const heads: string[] = [];
  const server = await rawServer({
    onConnect: (socket) => socket.once("data", (chunk) => heads.push(chunk.toString("latin1"))),
    onRequest: (socket) =>
      socket.write(httpReply("one", "HTTP/1.1 200 OK\r\nConnection: keep-alive")),
  });
  const url = `http://127.0.0.1:${server.port}/`;
  expect((await transport.post(requestTo(url))).kind).toBe("reply");
  expect((await transport.post(requestTo(url))).kind).toBe("reply");
  expect(server.connections()).toBe(2);
  expect(heads.map((head) => /^connection: (.*)$/im.exec(head)?.[1])).toEqual(["close", "close"]);
});

test("stopping before the connection stands sends nothing; after it, nobody knows", async () => {
  const silent = await rawServer({});
  const early = new AbortController();
  const connecting = transport.post(
    requestTo(`https://127.0.0.1:${silent.port}/`, { signal: early.signal }),
  );
  setTimeout(() => early.abort(), 100);
  expect(await connecting).toMatchObject({ kind: "not-sent", cause: "aborted" });
  const late = new AbortController();
  const outcome = await outcomeOf(() => late.abort(), { signal: late.signal });
  expect(outcome).toMatchObject({ kind: "maybe-sent", cause: "aborted" });
  expect(await outcomeOf(() => undefined, { signal: AbortSignal.abort() })).toMatchObject({
    kind: "not-sent",
    cause: "aborted",
  });
});

test("a server that never reads a long request is a reply timeout", async () => {
  const server = await rawServer({ onConnect: (socket) => socket.pause() });
  const outcome = await transport.post(
    requestTo(`http://127.0.0.1:${server.port}/`, {
      body: "x".repeat(32 * 1024 * 1024),
      replyTimeoutMs: 300,
    }),
  );
  expect(outcome).toMatchObject({ kind: "maybe-sent", cause: "reply-timeout" });
});

test("a long request arrives whole", async () => {
  const server = await rawServer({ onRequest: (socket) => socket.write(httpReply("done")) });
  const body = "0123456789".repeat(100_000);
  const outcome = await transport.post(requestTo(`http://127.0.0.1:${server.port}/`, { body }));
  expect(outcome.kind).toBe("reply");
  expect(server.bodies()).toEqual([body]);
});

test("a request that may not be written any more when the connection stands reaches nobody", async () => {
  let bytes = 0;
  const server = await rawServer({
    onConnect: (socket) =>
      socket.on("data", (chunk) => {
        bytes += chunk.length;
      }),
  });
  const asked: number[] = [];
  const mayWrite = () => {
    asked.push(server.connections());
    return false;
  };
  const url = `http://127.0.0.1:${server.port}/`;
  const outcome = await transport.post(requestTo(url, { mayWrite }));
  expect(outcome).toMatchObject({ kind: "not-sent", cause: "aborted" });
  expect(asked).toHaveLength(1);
  expect([bytes, server.bodies()]).toEqual([0, []]);
});

test("a long request is not written to its end where it may not be on the way", async () => {
  const server = await rawServer({});
  let asked = 0;
  const mayWrite = () => {
    asked += 1;
    return asked === 1;
  };
  const body = "x".repeat(50_000_000);
  const url = `http://127.0.0.1:${server.port}/`;
  const outcome = await transport.post(requestTo(url, { body, mayWrite }));
  expect(outcome).toMatchObject({ kind: "maybe-sent", cause: "aborted" });
  expect(asked).toBe(2);
  expect(server.bodies()).toEqual([]);
});

test("a request says whose it is and in which version, and in what it may be answered", async () => {
  const heads: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    heads.push(request.headers);
    response.end("hello");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  await transport.post(requestTo(`http://127.0.0.1:${port}/`));
  expect(heads).toEqual([
    expect.objectContaining({
      "user-agent": `LoyaltyImporter/${VERSION}`,
      "accept-encoding": "identity",
    }),
  ]);
});
