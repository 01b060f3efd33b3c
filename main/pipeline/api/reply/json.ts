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

const NAME = String.raw`[A-Za-z_$][\w$.]{0,199}`;
/** A call's beginning; some servers first look whether the function is there. */
const CALL = new RegExp(
  String.raw`^;?\s*(?:(?:typeof\s+)?${NAME}\s*(?:={2,3}\s*["']function["']\s*)?&&\s*)?${NAME}\s*\(`,
);
/** Comments of JavaScript before the call; some servers put one there. */
const COMMENTS = /^(?:\s|\/\*[^*]{0,1000}\*\/|\/\/[^\n]{0,1000}\n)*/;
/** How much of the end is looked at: the argument may be megabytes long. */
const TAIL = 2000;
const LINE_COMMENT = /\)\s*(?:;\s*)?\/\//;
const BLOCK_COMMENT = /\)\s*(?:;\s*)?\/\*[^*]*\*\/$/;
const END = /\)\s*;?$/;

/** The argument of a JSONP call, or null where the text is none or does not reach its end. */
export function jsonpArgument(text: string): string | null {
  const code = text.slice(COMMENTS.exec(text)?.[0].length ?? 0);
  const head = CALL.exec(code.slice(0, 1000))?.[0];
  const tailFrom = Math.max(0, code.length - TAIL);
  const tail = closingParenthesis(code.slice(tailFrom));
  if (head === undefined || tail < 0) return null;
  const close = tailFrom + tail;
  return close < head.length ? null : code.slice(head.length, close);
}

/** Where a call is closed that a semicolon and a comment may follow; -1 where it is not. */
function closingParenthesis(code: string): number {
  const text = code.trimEnd();
  const lastLine = text.lastIndexOf("\n") + 1;
  if (text.startsWith("//", lastLine)) return text.slice(0, lastLine).trimEnd().search(END);
  const beforeComment = text.slice(lastLine).search(LINE_COMMENT);
  if (beforeComment >= 0) return lastLine + beforeComment;
  return Math.max(text.search(BLOCK_COMMENT), text.search(END));
}
