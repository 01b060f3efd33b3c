import { once } from "node:events";
import { readFileSync } from "node:fs";
import net, { type Socket } from "node:net";
import tls from "node:tls";
import { onTestFinished } from "vitest";

/** A certificate for localhost and 127.0.0.1 with its key, known to nobody. */
export const CERTIFICATE = new URL("../../fixtures/self-signed-localhost.pem", import.meta.url);

export interface Request {
  /** Grows as it arrives. */
  body: string;
}

/** What a gateway does; it keeps every connection, whatever it is asked for. */
export interface Behaviour {
  readonly onConnect?: (socket: Socket) => unknown;
  /** When the first of a request's body is there. */
  readonly onBody?: (socket: Socket, begun: string) => unknown;
  /** When a whole request is there; `count` from 1. */
  readonly onRequest?: (socket: Socket, body: string, count: number) => unknown;
}

export interface Gateway {
  readonly port: number;
  /** `https://localhost:PORT/`, or `http://127.0.0.1:PORT/` without TLS. */
  readonly url: string;
  connections(): number;
  /** Every request of which at least one byte of the body came. */
  requests(): readonly Request[];
}

/** The connections that TLS is spoken over. */
const beneath = new WeakMap<Socket, Socket>();

/** Breaks a connection off with a reset, with TLS beneath it. */
export function reset(socket: Socket): void {
  (beneath.get(socket) ?? socket).resetAndDestroy();
}

/** A server of raw sockets, to be counted at; ends with the test. */
export async function gateway(behaviour: Behaviour, secure = false): Promise<Gateway> {
  const requests: Request[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let whole = 0;
  function serve(socket: Socket): void {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
    let head = "";
    let request: Request | null = null;
    let length = 0;
    socket.setEncoding("latin1").on("data", (text: string) => {
      let rest = text;
      if (request === null) {
        head += text;
        const end = head.indexOf("\r\n\r\n");
        if (end === -1) return;
        rest = head.slice(end + 4);
        length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
        request = { body: "" };
      }
      const begins = request.body === "" && rest !== "";
      request.body += rest;
      if (begins) {
        requests.push(request);
        behaviour.onBody?.(socket, rest);
      }
      if (request.body.length < length) return;
      const { body } = request;
      request = null;
      head = "";
      whole += 1;
      behaviour.onRequest?.(socket, body, whole);
    });
    behaviour.onConnect?.(socket);
  }
  const pem = readFileSync(CERTIFICATE);
  const secureContext = tls.createSecureContext({ key: pem, cert: pem });
  const server = net.createServer((raw) => {
    if (!secure) return serve(raw);
    const socket = new tls.TLSSocket(raw, { isServer: true, secureContext });
    beneath.set(socket, raw);
    for (const each of [raw, socket]) each.on("error", () => raw.destroy());
    socket.on("secure", () => serve(socket));
  });
  server.listen(0, secure ? "localhost" : "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    port,
    url: secure ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`,
    connections: () => connections,
    requests: () => requests,
  };
}

/** A whole reply, on a connection that stays. */
export function reply(head: string, body: string | Uint8Array = ""): Buffer {
  const bytes = Buffer.from(body);
  const fields = `Content-Length: ${bytes.length}\r\nConnection: keep-alive`;
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n${fields}\r\n\r\n`), bytes]);
}
