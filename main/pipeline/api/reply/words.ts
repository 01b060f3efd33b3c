import { asList, isReplyObject, type ReplyNode } from "./node.ts";

const MAX_WORDS = 2000;
const MAX_MESSAGES = 20;
const MAX_DEPTH = 4;

/** "Errors come as error: "text" or errors: ["text", ...]", in XML with elements within. */
export function errorWords(node: ReplyNode): string | null {
  if (!isReplyObject(node)) return null;
  const texts = ["error", "errors"].flatMap((name) =>
    Object.hasOwn(node, name) ? textsIn(node[name], 0) : [],
  );
  const words = texts.slice(0, MAX_MESSAGES).map(clean).filter(Boolean).join("; ");
  return words === "" ? null : words.slice(0, MAX_WORDS);
}

function textsIn(node: ReplyNode | undefined, depth: number): readonly string[] {
  if (typeof node === "string") return [node];
  if (depth >= MAX_DEPTH || node === undefined || node === null || typeof node === "boolean") {
    return [];
  }
  const inner = isReplyObject(node) ? Object.values(node) : asList(node);
  return inner.slice(0, MAX_MESSAGES).flatMap((each) => textsIn(each, depth + 1));
}

/** One line; control characters and marks that turn the direction of writing are left out. */
function clean(text: string): string {
  return text
    .slice(0, MAX_WORDS)
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim();
}
