import { randomBytes } from "node:crypto";

/** Stands in the built page where each answer gets its own nonce; Vite puts it there. */
export const NONCE_PLACEHOLDER = "__CSP_NONCE__";

export function makeNonce(): string {
  return randomBytes(16).toString("base64");
}

/**
 * The page's Content-Security-Policy, one for both hosts. Scripts come from our own files only.
 * Style sheets that the component library writes at run time carry the page's nonce.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "worker-src 'none'",
  ].join("; ");
}

/** Headers of every answer of either host, beside the policy. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=(), clipboard-read=()",
};

/**
 * As well, where other pages run in the same browser: they get no hold of this one and share no
 * process with it. Electron's window has no others, nor can it open any, and would only start a
 * second process for its page before the first one has shown anything.
 */
export const BROWSER_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
};
