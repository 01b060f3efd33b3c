import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export interface Session {
  /** Goes into the printed address; good for one exchange. */
  readonly token: string;
  /** Takes the token and gives the key of the session, or says why not. */
  exchange(token: string): Exchange;
  /** Whether a request's Authorization header holds the session's key. */
  admits(authorization: string | undefined): boolean;
}

type Exchange =
  | { readonly kind: "admitted"; readonly key: string }
  | { readonly kind: "used" }
  | { readonly kind: "wrong" };

/**
 * One session a start. Its key is no cookie: browsers send those to every port of 127.0.0.1, also to
 * a server of another user of this computer. The page keeps it in its origin's own storage, to which
 * the port belongs, and sends it with every call.
 */
export function createSession(): Session {
  const token = randomBytes(32).toString("base64url");
  const key = randomBytes(32).toString("base64url");
  let used = false;

  return {
    token,
    exchange(given) {
      if (!same(given, token)) return { kind: "wrong" };
      if (used) return { kind: "used" };
      used = true;
      return { kind: "admitted", key };
    },
    admits: (authorization = "") => same(authorization, `Bearer ${key}`),
  };
}

/** Compares in constant time, whatever the lengths. */
function same(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash("sha256").update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
