import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { ReplyNode } from "./node.ts";
import { isPlainXml } from "./plain-size.ts";

const MAX_DEPTH = 30;

/** Attributes become members like elements: JSON replies have `status` as a member too. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  maxNestedTags: MAX_DEPTH,
});

/** An `&` that begins no entity; "XML replies in the wild hold bare & characters". */
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi;

/**
 * The content of `<response>`. Accepts well-formed XML, bare `&`, and the documentation's sample
 * as printed. A document type is refused: it is where entities are declared; so is what is larger
 * than any batch's reply.
 * @returns null for anything else, also for a reply that does not reach its end
 */
export function parseXml(text: string): ReplyNode | null {
  const trimmed = withoutLineNumbers(withoutLastComments(text.trim()));
  if (!/<\/response\s*>$/.test(trimmed) || /<!(?:DOCTYPE|ENTITY)/i.test(trimmed)) return null;
  if (!isPlainXml(trimmed)) return null;
  const escaped = trimmed.replace(BARE_AMPERSAND, "&amp;");
  const wellFormed = [escaped, closeAsPrinted(escaped)].find(
    (each) => XMLValidator.validate(each) === true,
  );
  if (wellFormed === undefined) return null;
  const document = parser.parse(wellFormed) as Readonly<Record<string, ReplyNode>>;
  return Object.hasOwn(document, "response") ? decodeTexts(document.response ?? "", 0) : null;
}

/** Some servers write their time or name below the document. */
function withoutLastComments(text: string): string {
  let rest = text;
  while (rest.endsWith("-->")) {
    const start = rest.lastIndexOf("<!--");
    if (start < 0) return rest;
    rest = rest.slice(0, start).trimEnd();
  }
  return rest;
}

/** The documentation prints its samples as numbered lines. */
function withoutLineNumbers(text: string): string {
  return /^1\.\s*</.test(text) ? text.replace(/^[ \t]*\d{1,3}\.[ \t]*(?=<)/gm, "") : text;
}

/**
 * "<new>2<new>" and a "<customers>" that is opened again where it should end: as the documentation
 * prints it.
 */
function closeAsPrinted(text: string): string {
  return text
    .replace(/<(new|updated)>([^<]{0,40})<\1>/g, "<$1>$2</$1>")
    .replace(/<customers>(\s*<\/batch>)/g, "</customers>$1");
}

function decodeTexts(node: ReplyNode, depth: number): ReplyNode {
  if (typeof node === "string") return decodeEntities(node);
  if (typeof node !== "object" || node === null || depth > MAX_DEPTH) return node;
  if (isList(node)) return node.map((each) => decodeTexts(each, depth + 1));
  return Object.fromEntries(
    Object.entries(node).map(([name, value]) => [name, decodeTexts(value, depth + 1)]),
  );
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The five entities of XML itself and character numbers; once, so that nothing expands. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (all, ...found) => {
      const [name, decimal, hex] = found as readonly (string | undefined)[];
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

function isList(node: ReplyNode): node is readonly ReplyNode[] {
  return Array.isArray(node);
}
