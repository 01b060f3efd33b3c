import type { ReplyNode } from "./node.ts";

/** The reviver's third argument (ECMAScript's "JSON.parse source text access"). */
interface SourceContext {
  readonly source?: string;
}

/**
 * JSON, with numbers kept as they are written: ids of 16 digits do not survive as numbers.
 * @throws SyntaxError for what is no JSON, RangeError for what is nested too deeply
 */
export function parseJson(text: string): ReplyNode {
  return JSON.parse(text, (_name: string, value: unknown, context?: SourceContext) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value,
  ) as ReplyNode;
}

const FUNCTION_NAME = /^(?:\/\*\*\/)?\s*[A-Za-z_$][\w$.]{0,199}\s*$/;

/** The argument of a JSONP call, or null where the text is none or does not reach its end. */
export function jsonpArgument(text: string): string | null {
  const open = text.indexOf("(");
  const close = text.lastIndexOf(")");
  if (open === -1 || close < open || !FUNCTION_NAME.test(text.slice(0, open))) return null;
  return /^\s*;?\s*$/.test(text.slice(close + 1)) ? text.slice(open + 1, close) : null;
}
