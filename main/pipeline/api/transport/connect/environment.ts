import { DIRECT, type ProxyRoute, proxyAt, type Route } from "./route.ts";

type Environment = Readonly<Record<string, string | undefined>>;

const KINDS: Readonly<Record<string, ProxyRoute["kind"]>> = {
  http: "http",
  https: "https",
  socks: "socks5",
  socks4: "socks4",
  socks4a: "socks4",
  socks5: "socks5",
  socks5h: "socks5",
};

/**
 * The ways to an address by `HTTPS_PROXY` (or `ALL_PROXY`) and `NO_PROXY`, in small or capital
 * letters, or null where no proxy is named there. What names a proxy that nobody can understand
 * leads nowhere: going round it would be somebody else's decision.
 */
export function environmentRoutes(url: URL, env: Environment): readonly Route[] | null {
  const named = setting(env, "https_proxy") || setting(env, "all_proxy");
  if (named === "") return null;
  if (isExcepted(url, setting(env, "no_proxy"))) return [DIRECT];
  const [, scheme = "http", address = ""] = /^(?:([a-z0-9]+):\/\/)?([^/]*)/i.exec(named) ?? [];
  const kind = KINDS[scheme.toLowerCase()];
  const proxy = kind === undefined ? null : proxyAt(kind, address);
  return proxy === null ? [] : [proxy];
}

function setting(env: Environment, name: string): string {
  return (env[name] || env[name.toUpperCase()] || "").trim();
}

/** Names with or without a port; one that begins with a dot or `*.` stands for all names below it. */
function isExcepted(url: URL, list: string): boolean {
  const port = url.port === "" ? "443" : url.port;
  const host = url.hostname.toLowerCase();
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = "", entryPort = port] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === "" || entryPort !== port) return false;
      const below = name.replace(/^\*(?=\.)/, "");
      return below.startsWith(".") ? host.endsWith(below) : host === below;
    });
}
