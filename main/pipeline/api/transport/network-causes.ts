import type { NotSentCause } from "../../../common/host/transport.ts";

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
};

/**
 * The cause of a failure before the connection stood, by the names of the system's errors.
 * @param otherwise what any other is: certificate errors alone have a hundred names
 */
export function notSentCause(error: unknown, otherwise: "refused" | "tls"): NotSentCause {
  return CAUSES[errorCode(error)] ?? otherwise;
}

/** The error's code, or that of the first attempt where several addresses were tried. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error instanceof AggregateError ? errorCode(error.errors[0]) : error.name;
}
