import { Refusal } from "./refusal.ts";

/** Fields of one form; far above what any list needs, far below what would hurt. */
const MAX_PARAMETERS = 5000;

export type Form = ReadonlyMap<string, string>;

/**
 * Decodes `application/x-www-form-urlencoded`, UTF-8: "+" is a blank, "%XX" a byte, everything
 * else stays as it is, so that a value comes out byte for byte as it went in.
 * @throws Refusal for bytes that are no UTF-8, a broken "%", a parameter sent twice, too many.
 */
export function decodeForm(body: Uint8Array): Form {
  const form = new Map<string, string>();
  for (const pair of decodeBytes(body).split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decodePart(equals < 0 ? pair : pair.slice(0, equals));
    if (form.has(name)) throw new Refusal(`Parameter sent twice: ${name.slice(0, 100)}`);
    if (form.size >= MAX_PARAMETERS) throw new Refusal("Too many parameters");
    form.set(name, equals < 0 ? "" : decodePart(pair.slice(equals + 1)));
  }
  return form;
}

function decodeBytes(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new Refusal("The form is not valid UTF-8");
  }
}

/** `decodeURIComponent` is strict: no lone surrogates, no overlong forms, no broken "%". */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll("+", " "));
  } catch {
    throw new Refusal("The form is not valid: a value is not percent-encoded UTF-8");
  }
}
