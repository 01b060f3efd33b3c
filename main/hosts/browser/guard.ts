import type { IncomingHttpHeaders } from "node:http";

/** What a browser says of where a request comes from when it is the page's own or typed. */
const OWN_SITES: ReadonlySet<string> = new Set(["same-origin", "none"]);

/**
 * Whether a request may be ours at all, before any cookie counts.
 * Host: another name that resolves to 127.0.0.1 (DNS rebinding) is refused.
 * Origin and Sec-Fetch-Site: a page of another site or of another local port is refused.
 */
export function isOwnRequest(headers: IncomingHttpHeaders, port: number): boolean {
  const host = `127.0.0.1:${port}`;
  if (headers.host !== host) return false;
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) return false;
  const site = headers["sec-fetch-site"];
  return site === undefined || (typeof site === "string" && OWN_SITES.has(site));
}
