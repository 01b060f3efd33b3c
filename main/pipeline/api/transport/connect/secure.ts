import { isIP, type Socket } from "node:net";
import tls, { type SecureContext } from "node:tls";
import { standing } from "./standing.ts";

let known: SecureContext | null = null;

/**
 * Speaks TLS over a connection that stands. The certificate has to be the host's, by an authority
 * that the system or Node's own list knows; nothing switches that off.
 */
export function secured(socket: Socket, host: string, signal: AbortSignal): Promise<Socket> {
  known ??= tls.createSecureContext(authorities());
  const handshake = tls.connect({
    socket,
    host,
    // Servers are told the name they are meant by; an address is no name.
    ...(isIP(host) === 0 ? { servername: host } : {}),
    secureContext: known,
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: true,
  });
  return standing(handshake, "secureConnect", signal);
}

/** Read once: the system's list may take a moment, and Node itself reads it only once. */
function authorities(): { readonly ca?: string[] } {
  // Node has it since 22.15; an older one knows no more than its own list.
  if (!("getCACertificates" in tls)) return {};
  const [own, system] = [tls.getCACertificates("default"), tls.getCACertificates("system")];
  return { ca: [...new Set([...own, ...system])] };
}
