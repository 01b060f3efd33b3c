import { session } from "electron";
import {
  type ProxyRoute,
  proxyAt,
  type Route,
} from "../../../pipeline/api/transport/connect/route.ts";

/** By the words in which proxy scripts answer. */
const KINDS: Readonly<Record<string, ProxyRoute["kind"]>> = {
  PROXY: "http",
  HTTP: "http",
  HTTPS: "https",
  SOCKS: "socks4",
  SOCKS4: "socks4",
  SOCKS5: "socks5",
};

/**
 * The ways to an address by the system's proxy settings, as Chromium reads them: a proxy, a script
 * (PAC), what the network announces, or Chromium's own words at the start. Ways that only browsers
 * know are left out.
 */
export async function systemRoutes(url: URL): Promise<readonly Route[]> {
  return routesOf(await session.defaultSession.resolveProxy(url.href));
}

/** @param answer as a proxy script gives it: "PROXY proxy.example:3128; DIRECT" */
export function routesOf(answer: string): readonly Route[] {
  return answer.split(";").flatMap((entry): Route[] => {
    const [word = "", address = ""] = entry.trim().split(/\s+/);
    if (word.toUpperCase() === "DIRECT") return [{ kind: "direct" }];
    const kind = KINDS[word.toUpperCase()];
    const proxy = kind === undefined ? null : proxyAt(kind, address);
    return proxy === null ? [] : [proxy];
  });
}
