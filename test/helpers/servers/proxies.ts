import { once } from "node:events";
import { readFileSync } from "node:fs";
import net, { type Socket } from "node:net";
import tls from "node:tls";
import { onTestFinished } from "vitest";
import { CERTIFICATE } from "./gateway.ts";

export interface TestProxy {
  readonly port: number;
  /** What it was asked to connect to, as it was written. */
  readonly asked: readonly string[];
}

/** Reads what a client says first and answers the server to connect to, or null to leave it. */
type Greeting = (socket: Socket, asked: string[]) => Promise<{ host: string; port: number } | null>;

/** A proxy that answers `CONNECT`; with TLS on its own connection, one spoken to by https. */
export function connectProxy(secure = false): Promise<TestProxy> {
  return proxy(secure, async (socket, asked) => {
    const [chunk] = (await once(socket, "data")) as [Buffer];
    const [line = ""] = chunk.toString("latin1").split("\r\n");
    asked.push(line);
    const [, host = "", port = ""] = /^CONNECT (.+):(\d+) /.exec(line) ?? [];
    socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
    return { host, port: Number(port) };
  });
}

/** A SOCKS proxy of version 5 without login, which looks names up. */
export function socksProxy(): Promise<TestProxy> {
  return proxy(false, async (socket, asked) => {
    await once(socket, "data");
    socket.write(Buffer.from([5, 0]));
    const [request] = (await once(socket, "data")) as [Buffer];
    const length = request[4] ?? 0;
    const host = request.subarray(5, 5 + length).toString("latin1");
    const port = request.readUInt16BE(5 + length);
    asked.push(`${host}:${port}`);
    socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    return { host, port };
  });
}

async function proxy(secure: boolean, greet: Greeting): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  async function serve(socket: Socket): Promise<void> {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    const target = await greet(socket, asked);
    if (target === null) return;
    const onward = net.connect(target);
    sockets.add(onward);
    onward.on("error", () => socket.destroy());
    onward.on("close", (failed) => (failed ? socket.destroy() : socket.end()));
    socket.on("close", () => onward.destroy());
    socket.pipe(onward).pipe(socket);
  }
  const pem = readFileSync(CERTIFICATE);
  const start = (socket: Socket) => void serve(socket).catch(() => socket.destroy());
  const server = secure
    ? tls.createServer({ key: pem, cert: pem }, start)
    : net.createServer(start);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { port: typeof address === "object" && address !== null ? address.port : 0, asked };
}
