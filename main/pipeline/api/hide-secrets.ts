import { MASK } from "../batches/mask.ts";

/** Shorter ones stand in any text by chance: hidden only where nothing is joined to them. */
const DISTINCT_LENGTH = 4;
/** Shorter still, they would blank out half of any text and tell nothing. */
const SHORTEST = 3;

/**
 * A text of the platform with secrets taken out: a server may repeat what it was sent, as it was
 * or as a form, JSON or XML spells it.
 */
export function hideSecrets(text: string, secrets: Iterable<string>): string {
  let hidden = text;
  for (const secret of secrets) {
    const trimmed = secret.trim();
    if (trimmed.length < SHORTEST) continue;
    for (const form of spellings(trimmed)) hidden = hide(hidden, form);
  }
  return hidden;
}

function hide(text: string, secret: string): string {
  if (secret.length >= DISTINCT_LENGTH) return text.replaceAll(secret, MASK);
  if (!text.includes(secret)) return text;
  const parts: string[] = [];
  let done = 0;
  for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + secret.length)) {
    const end = at + secret.length;
    const isJoined =
      ENDS_JOINED.test(text.slice(Math.max(0, at - 2), at)) ||
      BEGINS_JOINED.test(text.slice(end, end + 2));
    parts.push(text.slice(done, at), isJoined ? secret : MASK);
    done = end;
  }
  return parts.join("") + text.slice(done);
}

const ENDS_JOINED = /[\p{L}\p{N}]$/u;
const BEGINS_JOINED = /^[\p{L}\p{N}]/u;

function spellings(secret: string): ReadonlySet<string> {
  const encoded = encodeURIComponent(secret.toWellFormed());
  const escaped = JSON.stringify(secret).slice(1, -1);
  const markup = secret
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  return new Set([
    secret,
    secret.replace(/\s+/g, " "),
    ...[encoded, encoded.replace(/%[\dA-F]{2}/g, (hex) => hex.toLowerCase())].flatMap((each) => [
      each,
      each.replaceAll("%20", "+"),
    ]),
    ...[escaped, escaped.replaceAll("/", "\\/")],
    ...[markup, markup.replaceAll("'", "&#39;"), markup.replaceAll("'", "&#039;")],
  ]);
}
