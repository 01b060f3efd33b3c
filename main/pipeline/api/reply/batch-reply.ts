import type { BatchReply, GeneratedIds } from "../../../records/imports/batches/kept-reply.ts";
import {
  asList,
  isReplyObject,
  member,
  type ReplyNode,
  type ReplyObject,
  textMember,
} from "./node.ts";

/** Names under which ids were seen; the documentation names none. */
const CODE_NAMES = ["code", "customer_code", "customer_id", "unique_id", "id"];
const CARD_NAMES = ["card_number", "card"];
const MAX_GENERATED = 100_000;

/**
 * Reads counts and generated ids. "A batch reply has been seen as {"status":"success","batch":
 * {"status":"imported","customers":{"new":"2","updated":"1"}}} and with `new_customers` beside
 * `customers`; counts are strings."
 */
export function readBatchReply(content: ReplyObject): BatchReply {
  const batch = member(content, "batch") ?? content;
  const customers = member(batch, "customers");
  const made = [batch, content, customers]
    .map((place) => member(place, "new_customers"))
    .find((node) => node !== undefined);
  return {
    created: count(member(customers, "new")),
    updated: count(member(customers, "updated")),
    generated: entries(made).slice(0, MAX_GENERATED).flatMap(generatedIds),
  };
}

/**
 * Whether a success can be the answer to a batch: it tells of one, or of nothing at all. One that
 * tells of the account or of campaigns answers another question.
 */
export function answersBatch(content: ReplyObject): boolean {
  const names = Object.keys(content);
  return names.some((name) => ABOUT_BATCH.has(name)) || !names.some((name) => OTHERS.has(name));
}

const ABOUT_BATCH: ReadonlySet<string> = new Set(["batch", "customers", "new_customers"]);
const OTHERS: ReadonlySet<string> = new Set(["account", "account_name", "campaigns", "fields"]);

function count(node: ReplyNode | undefined): number | null {
  const text = typeof node === "string" ? node.trim() : "";
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** A list, or what XML makes of one: an object with one member that holds the items. */
function entries(node: ReplyNode | undefined): readonly ReplyNode[] {
  if (!isReplyObject(node)) return asList(node);
  const inner = member(node, "customer") ?? member(node, "item") ?? repeated(node);
  return inner === undefined ? [node] : asList(inner);
}

/** `<code>1</code><code>2</code>`: ids without an element around each. */
function repeated(node: ReplyNode): ReplyNode | undefined {
  return CODE_NAMES.map((name) => member(node, name)).find((ids) => asList(ids).length > 1);
}

function generatedIds(entry: ReplyNode): readonly GeneratedIds[] {
  if (typeof entry === "string") {
    const code = entry.trim();
    return code === "" ? [] : [{ row: null, code, cardNumber: null }];
  }
  const code = firstText(entry, CODE_NAMES);
  const cardNumber = firstText(entry, CARD_NAMES);
  if (code === null && cardNumber === null) return [];
  const row = count(member(entry, "row"));
  return [{ row: row === 0 ? null : row, code, cardNumber }];
}

function firstText(node: ReplyNode, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textMember(node, name);
    if (text !== undefined && text !== "") return text;
  }
  return null;
}
