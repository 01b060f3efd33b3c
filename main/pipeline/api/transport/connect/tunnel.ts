import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { http } from "../../../../common/host/node-http.ts";
import { NotConnected } from "./not-connected.ts";
import type { ProxyRoute } from "./route.ts";

export interface Target {
  readonly host: string;
  readonly port: number;
}

/**
 * Asks an HTTP proxy for a connection to the target.
 * @throws NotConnected where the proxy says no; the connection's error
 */
export async function httpTunnel(
  socket: Socket,
  { login }: ProxyRoute,
  { host, port }: Target,
  signal: AbortSignal,
): Promise<Socket> {
  const authority = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  const request = http.request({
    method: "CONNECT",
    path: authority,
    createConnection: () => socket,
    headers: {
      host: authority,
      "proxy-connection": "keep-alive",
      ...(login === null ? {} : { "proxy-authorization": basic(login) }),
    },
  });
  // Nobody listens any more when the connection ends after the wait for it was given up.
  request.on("error", () => undefined);
  const answered = once(request, "connect", { signal });
  request.end();
  const [response, tunnel, early] = (await answered) as [IncomingMessage, Socket, Buffer];
  const status = response.statusCode ?? 0;
  if (status === 407) throw new NotConnected("proxy-login", "proxy 407");
  // A server does not speak first: early bytes are the proxy's own.
  if (status < 200 || status > 299 || early.length > 0) {
    throw new NotConnected("refused", `proxy ${status}`);
  }
  return tunnel;
}

/**
 * Asks a SOCKS proxy for a connection to the target, whose name the proxy looks up.
 * @throws NotConnected where the proxy says no
 */
export async function socksTunnel(
  socket: Socket,
  { kind, host, port, login }: ProxyRoute,
  target: Target,
): Promise<Socket> {
  const { SocksClient, SocksClientError } = await import("socks");
  const type = kind === "socks4" ? 4 : 5;
  try {
    const { socket: tunnel } = await SocksClient.createConnection({
      proxy: {
        ...{ host, port, type },
        ...(login === null ? {} : { userId: login.user, password: login.password }),
      },
      command: "connect",
      destination: { host: target.host, port: target.port },
      existing_socket: socket,
    });
    return tunnel;
  } catch (error) {
    if (!(error instanceof SocksClientError)) throw error;
    const wantsLogin = /authentication/i.test(error.message);
    throw new NotConnected(wantsLogin ? "proxy-login" : "refused", "SOCKS proxy");
  }
}

function basic({ user, password }: { readonly user: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${user}:${password}`, "utf8").toString("base64")}`;
}
