import type { NotSentCause } from "./transport.ts";

const CAUSES: Readonly<Record<string, NotSentCause>> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_FAIL: "dns",
  EAI_NODATA: "dns",
  EAI_NONAME: "dns",
  ENETUNREACH: "offline",
  ENETDOWN: "offline",
  EHOSTUNREACH: "offline",
  EHOSTDOWN: "offline",
  EADDRNOTAVAIL: "offline",
  ENONET: "offline",
  ECONNREFUSED: "refused",
  ETIMEDOUT: "connect-timeout",
  ERR_SOCKET_CONNECTION_TIMEOUT: "connect-timeout",
};

/**
 * The cause of a failure before the connection stood. Whatever is not known by name and happened
 * on a secure connection was its handshake: certificate errors have a hundred names.
 */
export function notSentCause(error: unknown, secure: boolean): NotSentCause {
  const code = errorCode(error);
  if (code === "ERR_PROXY_TUNNEL") return proxyCause(error);
  return CAUSES[code] ?? (secure ? "tls" : "refused");
}

/** The error's code, or that of the first attempt where several addresses were tried. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error instanceof AggregateError ? errorCode(error.errors[0]) : error.name;
}

function proxyCause(error: unknown): NotSentCause {
  const login =
    error instanceof Error && "statusCode" in error
      ? error.statusCode === 407
      : String(error).includes("407");
  return login ? "proxy-login" : "refused";
}
