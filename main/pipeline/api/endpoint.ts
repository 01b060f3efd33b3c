import { isLoopback } from "../../records/connections/url.ts";

/** The address of a request, or null where nothing may be sent: https, or http on this computer. */
export function endpointOf(url: string): URL | null {
  const parsed = URL.parse(url);
  if (parsed === null) return null;
  if (parsed.protocol === "https:") return parsed;
  return parsed.protocol === "http:" && isLoopback(parsed.hostname) ? parsed : null;
}
