import { decodeReply } from "./decode.ts";
import { jsonpArgument, parseJson } from "./json.ts";
import { isReplyObject, member, type ReplyNode, type ReplyObject, textMember } from "./node.ts";
import { isPlainJson } from "./plain-size.ts";
import { errorWords } from "./words.ts";
import { parseXml } from "./xml.ts";

/** What the API says in a reply that could be read whole. */
export type ApiReply =
  /** words: of errors that it names all the same. */
  | { readonly kind: "success"; readonly content: ReplyObject; readonly words: string | null }
  /** `isStated`: with the documented `status="error"`, not by an error's text alone. */
  | { readonly kind: "error"; readonly words: string | null; readonly isStated: boolean }
  /** Empty, cut, HTML, or anything that is no reply of the API. */
  | { readonly kind: "unreadable" };

const FAILURE = /^(?:error|errors|fail|failed|failure|rejected|invalid)$/i;
const UNREADABLE: ApiReply = { kind: "unreadable" };

/**
 * Reads a reply in XML, JSON or JSONP, whatever was asked for and whatever the content type says.
 * Never throws; only a reply that is complete counts as a success or an error.
 */
export function readReply(body: Uint8Array, contentType: string): ApiReply {
  return readReplyText(decodeReply(body, contentType));
}

export function readReplyText(text: string): ApiReply {
  const node = parse(text);
  const inner = member(node ?? "", "response");
  const content = isReplyObject(inner) ? inner : node;
  if (content === null || !isReplyObject(content)) return UNREADABLE;
  const status = textMember(content, "status")?.toLowerCase();
  const words = errorWords(content);
  if (status === "success") {
    const batch = member(content, "batch");
    const failed = FAILURE.test(textMember(batch, "status") ?? "");
    const inside = words ?? errorWords(batch ?? "") ?? errorWords(member(batch, "customers") ?? "");
    return failed
      ? { kind: "error", words: inside, isStated: false }
      : { kind: "success", content, words: inside };
  }
  if (FAILURE.test(status ?? "") || (status === undefined && words !== null)) {
    return { kind: "error", words, isStated: status === "error" };
  }
  return UNREADABLE;
}

function parse(text: string): ReplyNode | null {
  const trimmed = text.replace(/^\ufeff/, "").trim();
  try {
    if (/^(?:<|1\.\s*<)/.test(trimmed)) return parseXml(trimmed);
    const json = trimmed.startsWith("{") ? trimmed : jsonpArgument(trimmed);
    return json === null || !isPlainJson(json) ? null : parseJson(json);
  } catch (error) {
    // Parsers throw errors of many kinds for what is not in their language.
    if (error instanceof Error) return null;
    throw error;
  }
}
