import { readBatchReply } from "./batch-reply.ts";
import { decodeReply } from "./decode.ts";
import { jsonpArgument, parseJson } from "./json.ts";
import {
  asList,
  isReplyObject,
  member,
  type ReplyNode,
  type ReplyObject,
  textMember,
} from "./node.ts";
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
/** Of a batch that is done; "imported" is the documented one. */
const DONE =
  /^(?:imported|success|successful|ok|done|complete|completed|accepted|processed|updated)$/i;
const MAX_STATE = 100;
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
  // What states its own status is the reply, whatever it holds.
  const isOuter = textMember(node ?? "", "status") !== undefined;
  const content = isReplyObject(inner) && !isOuter ? inner : node;
  if (content === null || !isReplyObject(content)) return UNREADABLE;
  const status = textMember(content, "status")?.toLowerCase();
  const words = errorWords(content);
  const batches = asList(member(content, "batch"));
  const states = batches.flatMap((batch) => textMember(batch, "status") || []);
  if (status === "success") {
    const inside = words ?? wordsOf(batches);
    const isRefused = states.length > 0 && states.every((state) => FAILURE.test(state));
    if (isRefused) return { kind: "error", words: inside, isStated: false };
    return { kind: "success", content, words: inside ?? stateWords(states) };
  }
  if (FAILURE.test(status ?? "") || (status === undefined && words !== null)) {
    const { created, updated } = readBatchReply(content);
    const isCounted = created !== null || updated !== null;
    const isDone = states.some((state) => DONE.test(state));
    // Something of the batch was imported before the error.
    if (isCounted ? (created ?? 0) + (updated ?? 0) > 0 : isDone) {
      return { kind: "success", content, words: words ?? `status: ${status}` };
    }
    return { kind: "error", words, isStated: status === "error" };
  }
  return UNREADABLE;
}

function wordsOf(batches: readonly ReplyNode[]): string | null {
  const found = batches
    .flatMap((batch) => [batch, member(batch, "customers") ?? ""])
    .map((place) => errorWords(place));
  return found.find((words) => words !== null) ?? null;
}

/** A batch that is not said to be done may be imported later, in part or never. */
function stateWords(states: readonly string[]): string | null {
  const open = states.find((state) => !DONE.test(state));
  return open === undefined ? null : `batch: ${open.slice(0, MAX_STATE)}`;
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
