import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { errorCode, notSentCause } from "../network-causes.ts";
import { NotConnected } from "./not-connected.ts";
import { hostOf, type ProxyRoute, type Route, type RoutesTo } from "./route.ts";
import { secured } from "./secure.ts";
import { standing } from "./standing.ts";
import { httpTunnel, socksTunnel, type Target } from "./tunnel.ts";

/** Where a name has several addresses, how long one is waited for before the next: slow lines. */
const ONE_ADDRESS_MS = 1_000;

/**
 * A connection to a server on which a request can be written at once: with https, after the
 * handshake. The ways are tried in their order as long as nobody has answered on one.
 * @throws NotConnected, or what the signal was aborted with
 */
export async function dial(
  url: URL,
  routesTo: RoutesTo,
  within: { readonly ms: number; readonly signal: AbortSignal },
): Promise<Socket> {
  const deadline = performance.now() + within.ms;
  const routes = await known(routesTo(url), within);
  let failure = new NotConnected("refused", "no way to the address");
  for (const [tried, route] of routes.entries()) {
    const share = Math.max(0, deadline - performance.now()) / (routes.length - tried);
    const outOfTime = AbortSignal.timeout(Math.ceil(share));
    try {
      return await along(route, url, AbortSignal.any([within.signal, outOfTime]));
    } catch (error) {
      within.signal.throwIfAborted();
      failure = outOfTime.aborted ? tooLate(share) : asNotConnected(error, "refused");
      if (!failure.anotherWay) throw failure;
    }
  }
  throw failure;
}

/** Which ways there are may have to be asked for: of a script on a server of the network. */
async function known(
  routes: Promise<readonly Route[]>,
  { ms, signal }: { readonly ms: number; readonly signal: AbortSignal },
): Promise<readonly Route[]> {
  const outOfTime = AbortSignal.timeout(ms);
  const ended = once(AbortSignal.any([signal, outOfTime]), "abort").then(() => {
    signal.throwIfAborted();
    throw tooLate(ms);
  });
  try {
    return await Promise.race([routes, ended]);
  } catch (error) {
    throw signal.aborted ? error : asNotConnected(error, "refused");
  }
}

function tooLate(ms: number): NotConnected {
  return new NotConnected("connect-timeout", `${Math.ceil(ms)} ms`, true);
}

async function along(route: Route, url: URL, signal: AbortSignal): Promise<Socket> {
  const secure = url.protocol === "https:";
  const target = { host: hostOf(url), port: Number(url.port || (secure ? 443 : 80)) };
  const first = await tcp(route.kind === "direct" ? target : route, signal);
  const stop = () => first.destroy();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const reached = route.kind === "direct" ? first : await beyond(route, first, target, signal);
    return secure ? await handshake(reached, target.host, signal) : reached;
  } catch (error) {
    first.destroy();
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function tcp({ host, port }: Target, signal: AbortSignal): Promise<Socket> {
  const socket = connectTcp({
    ...{ host, port, noDelay: true },
    ...{ autoSelectFamily: true, autoSelectFamilyAttemptTimeout: ONE_ADDRESS_MS },
  });
  try {
    return await standing(socket, "connect", signal);
  } catch (error) {
    throw asNotConnected(error, "refused", true);
  }
}

async function beyond(
  proxy: ProxyRoute,
  first: Socket,
  target: Target,
  signal: AbortSignal,
): Promise<Socket> {
  try {
    if (proxy.kind === "socks4" || proxy.kind === "socks5") {
      return await socksTunnel(first, proxy, target);
    }
    const spoken = proxy.kind === "https" ? await handshake(first, proxy.host, signal) : first;
    return await httpTunnel(spoken, proxy, target, signal);
  } catch (error) {
    // A proxy that hangs up before it has answered is as good as none.
    throw asNotConnected(error, "refused", true);
  }
}

async function handshake(socket: Socket, host: string, signal: AbortSignal): Promise<Socket> {
  try {
    return await secured(socket, host, signal);
  } catch (error) {
    throw asNotConnected(error, "tls");
  }
}

function asNotConnected(
  error: unknown,
  unknownCause: "refused" | "tls",
  anotherWay = false,
): NotConnected {
  if (error instanceof NotConnected) return error;
  return new NotConnected(notSentCause(error, unknownCause), errorCode(error), anotherWay);
}
