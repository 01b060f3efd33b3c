import type { NotSentCause, PostOutcome } from "../../api/transport.ts";

/** Names of Chromium's network errors that only arise before a connection carries a request. */
const NOT_SENT: Readonly<Record<string, NotSentCause>> = {
  ERR_NAME_NOT_RESOLVED: "dns",
  ERR_NAME_RESOLUTION_FAILED: "dns",
  ERR_DNS_TIMED_OUT: "dns",
  ERR_DNS_SERVER_FAILED: "dns",
  ERR_DNS_MALFORMED_RESPONSE: "dns",
  ERR_ICANN_NAME_COLLISION: "dns",
  ERR_CONNECTION_REFUSED: "refused",
  ERR_PROXY_CONNECTION_FAILED: "refused",
  ERR_TUNNEL_CONNECTION_FAILED: "refused",
  ERR_SOCKS_CONNECTION_FAILED: "refused",
  ERR_SOCKS_CONNECTION_HOST_UNREACHABLE: "refused",
  ERR_UNSAFE_PORT: "refused",
  // A timeout of the connection attempt; a timeout later is ERR_TIMED_OUT.
  ERR_CONNECTION_TIMED_OUT: "connect-timeout",
  ERR_PROXY_AUTH_REQUESTED: "proxy-login",
  ERR_PROXY_AUTH_UNSUPPORTED: "proxy-login",
  ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION: "proxy-login",
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: "tls",
  ERR_SSL_UNRECOGNIZED_NAME_ALERT: "tls",
  ERR_SSL_KEY_USAGE_INCOMPATIBLE: "tls",
  ERR_PROXY_CERTIFICATE_INVALID: "tls",
};

/** These also end a connection that was up; they prove nothing once the body has begun to leave. */
const OFFLINE: ReadonlySet<string> = new Set([
  "ERR_INTERNET_DISCONNECTED",
  "ERR_ADDRESS_UNREACHABLE",
  "ERR_NETWORK_ACCESS_DENIED",
]);

/**
 * What a failed request of Electron's `net` means for the batch in it.
 * @param message as Electron words it: "net::ERR_CONNECTION_REFUSED"
 * @param uploadStarted whether Chromium has reported that body bytes left
 * @param replyStarted whether the reply's head had arrived
 */
export function netErrorOutcome(
  message: string,
  uploadStarted: boolean,
  replyStarted: boolean,
): PostOutcome {
  const name = /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1] ?? "";
  const detail = name === "" ? message : name;
  if (replyStarted) return { kind: "maybe-sent", cause: "cut-reply", detail };
  const cause = notSentCause(name, uploadStarted);
  if (cause !== null) return { kind: "not-sent", cause, detail };
  const timeout = name === "ERR_TIMED_OUT";
  return { kind: "maybe-sent", cause: timeout ? "reply-timeout" : "reset", detail };
}

function notSentCause(name: string, uploadStarted: boolean): NotSentCause | null {
  const known = NOT_SENT[name];
  if (known !== undefined) return known;
  // Certificates are verified before anything is written.
  if (name.startsWith("ERR_CERT_")) return "tls";
  return OFFLINE.has(name) && !uploadStarted ? "offline" : null;
}
