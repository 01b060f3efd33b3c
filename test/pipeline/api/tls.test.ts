import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import tls, { type TLSSocket } from "node:tls";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { CERTIFICATE, gateway, reply } from "../../helpers/servers/gateway.ts";
import { httpReply, rawServer } from "../../helpers/servers/raw-server.ts";

const PEM = readFileSync(CERTIFICATE, "utf8");
const POST = fileURLToPath(new URL("../../helpers/processes/post-process.ts", import.meta.url));
const KNOWN = tls.getCACertificates("default");

/** The certificate of the tests is one that the system knows. */
beforeAll(() => tls.setDefaultCACertificates([...KNOWN, PEM]));
afterAll(() => tls.setDefaultCACertificates(KNOWN));

/** A TLS server that does this once a request has begun to arrive. */
async function secureServer(onRequest: (socket: TLSSocket) => unknown): Promise<number> {
  const server = tls.createServer({ key: PEM, cert: PEM }, (socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => onRequest(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function post(port: number) {
  const transport = createNodeTransport();
  return transport.post({
    url: `https://localhost:${port}/`,
    body: "a=b",
    connectTimeoutMs: 3000,
    replyTimeoutMs: 300,
    maxReplyBytes: 1000,
  });
}

test("a request over TLS gets its reply", async () => {
  const port = await secureServer((socket) => socket.end(httpReply("hello")));
  expect(await post(port)).toMatchObject({ kind: "reply", status: 200, cut: false });
});

test.each([
  ["drops the connection", "reset", (socket: TLSSocket) => socket.destroy()],
  ["closes", "reset", (socket: TLSSocket) => socket.end()],
  ["stays silent", "reply-timeout", () => undefined],
] as readonly (readonly [string, string, (socket: TLSSocket) => unknown])[])(
  "a server that %s after the handshake leaves it unknown",
  async (_, cause, onRequest) => {
    expect(await post(await secureServer(onRequest))).toMatchObject({ kind: "maybe-sent", cause });
  },
);

test("a certificate for another name is refused", async () => {
  const port = await secureServer((socket) => socket.end(httpReply("hello")));
  const transport = createNodeTransport();
  const outcome = await transport.post({
    url: `https://127.0.0.2:${port}/`,
    body: "a=b",
    connectTimeoutMs: 3000,
    replyTimeoutMs: 3000,
    maxReplyBytes: 1000,
  });
  expect(outcome.kind).toBe("not-sent");
});

test("through a proxy's tunnel the same holds: a reply, and doubt after the handshake", async () => {
  const outcomes: string[] = [];
  const acts = [
    (socket: TLSSocket) => socket.end(httpReply("hello")),
    (socket: TLSSocket) => socket.destroy(),
  ];
  for (const act of acts) {
    const port = await secureServer(act);
    const proxy = await rawServer({
      onConnect: (socket) =>
        socket.once("data", () => {
          const onward = connect(port, "127.0.0.1", () => {
            socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
            socket.pipe(onward).pipe(socket);
          });
          onward.on("error", () => socket.destroy());
          onward.on("close", () => socket.destroy());
        }),
    });
    process.env.HTTPS_PROXY = `http://127.0.0.1:${proxy.port}`;
    outcomes.push((await post(port)).kind);
    delete process.env.HTTPS_PROXY;
  }
  expect(outcomes).toEqual(["reply", "maybe-sent"]);
});

test.each([
  ["known to the system", true, { kind: "reply", status: 200 }],
  ["unknown", false, { kind: "not-sent", cause: "tls" }],
] as const)("an authority of the company that is %s", async (_, known, expected) => {
  const server = await gateway(
    { onRequest: (socket) => socket.write(reply("200 OK", "hello")) },
    true,
  );
  const { NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, SSL_CERT_DIR, ...env } = process.env;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [POST, server.url], {
    env: { ...env, ...(known ? { SSL_CERT_FILE: fileURLToPath(CERTIFICATE) } : {}) },
  });
  expect(JSON.parse(stdout)).toMatchObject(expected);
});

test("a server that asks for a certificate in vain has read nothing", async () => {
  let requests = 0;
  const options = { key: PEM, cert: PEM, requestCert: true, rejectUnauthorized: true };
  const server = tls.createServer(options, (socket) => {
    requests += 1;
    socket.destroy();
  });
  server.on("tlsClientError", () => undefined);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  expect(await post(port)).toMatchObject({ kind: "not-sent", cause: "tls" });
  expect(requests).toBe(0);
});
