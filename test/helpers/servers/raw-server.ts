import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface RawServer {
  readonly port: number;
  /** Connections that came so far. */
  connections(): number;
  /** Whole request bodies that came so far. */
  bodies(): readonly string[];
}

/**
 * A TCP server that does what HTTP servers do not: `onConnect` for each connection, `onRequest`
 * once per whole request. Ends with the test.
 */
export async function rawServer(handlers: {
  readonly onConnect?: (socket: Socket) => unknown;
  readonly onRequest?: (socket: Socket, count: number) => unknown;
}): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const bodies: string[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => sockets.delete(socket));
    socket.on("close", () => sockets.delete(socket));
    handlers.onConnect?.(socket);
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const body = bodyOf(received);
      if (body === null) return;
      received = "";
      bodies.push(body);
      handlers.onRequest?.(socket, bodies.length);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { port, connections: () => connections, bodies: () => bodies };
}

function bodyOf(received: string): string | null {
  const end = received.indexOf("\r\n\r\n");
  const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? Number.NaN);
  const body = received.slice(end + 4);
  return end !== -1 && body.length >= length ? body : null;
}

/** A whole HTTP reply. */
export function httpReply(body: string, head = "HTTP/1.1 200 OK"): string {
  return `${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
