import { unescape as decoded } from "node:querystring";

/** A way to a server: straight, or by a proxy that speaks HTTP (`CONNECT`) or SOCKS. */
export type Route = { readonly kind: "direct" } | ProxyRoute;

export interface ProxyRoute {
  readonly kind: "http" | "https" | "socks4" | "socks5";
  readonly host: string;
  readonly port: number;
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** The ways to try for an address, in this order; none means that it must not be reached. */
export type RoutesTo = (url: URL) => Promise<readonly Route[]>;

export const DIRECT: Route = { kind: "direct" };

const DEFAULT_PORTS = { http: 80, https: 443, socks4: 1080, socks5: 1080 } as const;

/** A proxy by its address ("proxy.example:3128", "[::1]:80"), or null where that is none. */
export function proxyAt(kind: ProxyRoute["kind"], address: string): ProxyRoute | null {
  // A scheme with a default port of its own would hide that port.
  const parsed = URL.parse(`proxy://${address}`);
  if (parsed === null || parsed.hostname === "") return null;
  const user = decoded(parsed.username);
  const password = decoded(parsed.password);
  return {
    kind,
    host: hostOf(parsed),
    port: parsed.port === "" ? DEFAULT_PORTS[kind] : Number(parsed.port),
    login: user === "" ? null : { user, password },
  };
}

/** The host as sockets take it: without the brackets of an IPv6 address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}
