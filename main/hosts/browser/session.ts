import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export interface Session {
  /** Goes into the printed address; good for one exchange. */
  readonly token: string;
  /** Takes the token and gives the cookie to set, or says why not. */
  exchange(token: string): Exchange;
  /** Whether a request's Cookie header holds this session. */
  admits(cookieHeader: string | undefined): boolean;
}

type Exchange =
  | { readonly kind: "admitted"; readonly setCookie: string }
  | { readonly kind: "used" }
  | { readonly kind: "wrong" };

/**
 * One session a start. Cookies of 127.0.0.1 are shared by all ports, so the port is in the name:
 * two running hosts do not sign each other out.
 */
export function createSession(port: number): Session {
  const token = randomBytes(32).toString("base64url");
  const secret = randomBytes(32).toString("base64url");
  const cookie = `loyalty-importer-${port}`;
  let used = false;

  return {
    token,
    exchange(given) {
      if (!same(given, token)) return { kind: "wrong" };
      if (used) return { kind: "used" };
      used = true;
      return {
        kind: "admitted",
        setCookie: `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
      };
    },
    admits(header = "") {
      return header
        .split(";")
        .map((pair) => pair.trim())
        .some(
          (pair) => pair.startsWith(`${cookie}=`) && same(pair.slice(cookie.length + 1), secret),
        );
    },
  };
}

/** Compares in constant time, whatever the lengths. */
function same(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
