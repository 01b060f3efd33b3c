import { AppError } from "../../common/errors.ts";

/**
 * The address of a connection, in the form in which it is kept. Keys and customers travel over it,
 * so it must be https; http is for the practice server and the like on this computer only.
 * @throws AppError connection-url-invalid | connection-url-not-https | connection-url-credentials
 */
export function checkedUrl(text: string): string {
  const url = URL.parse(text.trim());
  if (url === null || url.hostname === "") throw new AppError("connection-url-invalid");
  switch (url.protocol) {
    case "https:":
      break;
    case "http:":
      if (!isLoopback(url.hostname)) throw new AppError("connection-url-not-https");
      break;
    default:
      throw new AppError("connection-url-invalid");
  }
  // The address is shown and kept in clear, so it must not carry a secret of its own.
  if (url.username !== "" || url.password !== "" || url.searchParams.keys().some(isSecretName)) {
    throw new AppError("connection-url-credentials");
  }
  url.hash = "";
  return url.href;
}

function isSecretName(name: string): boolean {
  return /(?:^|[_-])key$|apikey|token|secret|passw/i.test(name);
}

/** `hostname` as `URL` writes it: IPv4 in four decimal parts, IPv6 in brackets, lower case. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname === "[::1]" ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}
