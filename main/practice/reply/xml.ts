import type { ReplyObject, ReplyValue } from "./reply.ts";

/** The element name of a list's items. */
const ITEM_NAMES: Readonly<Record<string, string>> = {
  campaigns: "campaign",
  errors: "error",
  fields: "field",
  new_customers: "customer",
};

/**
 * XML as the documentation prints it, but well-formed: `<response status="success">` with a
 * `status` as attribute and everything else as elements.
 */
export function toXml(reply: ReplyObject): string {
  return `${element("response", reply, "")}\n`;
}

function element(name: string, value: ReplyValue, indent: string): string {
  if (typeof value === "string") return `${indent}<${name}>${escapeXml(value)}</${name}>`;
  const status = "status" in value && typeof value.status === "string" ? value.status : undefined;
  const open = status === undefined ? name : `${name} status="${escapeXml(status)}"`;
  const children = childrenOf(name, value).map(([child, inner]) =>
    element(child, inner, `${indent}  `),
  );
  if (children.length === 0) return `${indent}<${open}></${name}>`;
  return `${indent}<${open}>\n${children.join("\n")}\n${indent}</${name}>`;
}

function childrenOf(
  name: string,
  value: readonly ReplyValue[] | ReplyObject,
): readonly (readonly [string, ReplyValue])[] {
  if (isList(value)) return value.map((item) => [ITEM_NAMES[name] ?? "item", item] as const);
  return Object.entries(value).filter(([key]) => key !== "status");
}

function isList(value: readonly ReplyValue[] | ReplyObject): value is readonly ReplyValue[] {
  return Array.isArray(value);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // Unescaped, a parser would turn it into a line feed.
  "\r": "&#13;",
};

/** Characters that XML 1.0 cannot hold in any spelling: most controls, lone surrogates, U+FFFE/F. */
const IMPOSSIBLE = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Text and attribute values alike; what XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(IMPOSSIBLE, "\ufffd")
    .replace(/[&<>"'\r]/g, (character) => ENTITIES[character] ?? character);
}
