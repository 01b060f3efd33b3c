import { damaged, FileFault } from "../fault.ts";
import type { EncodingGuess } from "./encoding/encoding.ts";

export interface Markup {
  readonly content: "HTML" | "XML" | "ods";
  readonly encoding: string;
}

const HTML = /^<(?:!doctype\s+html|html|head|body|meta|style|table|div|center|font|p|br)[\s>]/i;
/** What stands above the statements of a database: remarks, settings. */
const ABOVE_SQL = /^(?:--|\/\*|SET |$)/i;
const SQL = /^(?:insert|replace) +into .* values\b|^insert into [\w`".]+ ?(?:\(|$)/i;
const DECLARED = /<meta[^<>]+charset=["']?([\w-]+)|^<\?xml[^>]+encoding=["']([\w-]+)/i;

/**
 * HTML or XML that spreadsheets are saved as (many systems write it with the ending .xls), or null
 * for plain text.
 * @throws FileFault file-not-a-list for other markup, JSON and address cards; file-damaged
 */
export function findMarkup({ encoding: found, head }: EncodingGuess): Markup | null {
  const wide = found.startsWith("utf-16le") ? "utf16le" : "latin1";
  const text = head
    .toString(wide)
    .replace(/^[^!-~]+/, "")
    .trimStart();
  if (/^(?:BEGIN:V(?:CARD|CALENDAR))\b/i.test(text)) throw noList("cards or a calendar");
  if (/^(?:From:[^\r\n]{0,200}\r?\n)?MIME-Version:/i.test(text)) {
    throw new FileFault("file-format-unsupported", "MHTML", undefined, { what: "MHTML" });
  }
  if (areStatements(text)) {
    throw new FileFault("file-format-unsupported", "statements", undefined, { what: "SQL" });
  }
  if (/^(?:\{\s*"|\[\s*[[{"])/.test(text)) throw noList("JSON");
  if (!text.startsWith("<")) return null;
  const encoding = found.startsWith("utf") ? found : (declared(text) ?? found);
  const start = text.replace(/^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s)+/, "");
  // Entity bombs need one, and no spreadsheet in XML has it.
  if (/^<!doctype\s+(?!html\b)/i.test(start)) throw damaged("a document type in the XML");
  if (HTML.test(start)) {
    if (!/<table[\s>]/i.test(text)) {
      throw new FileFault("file-format-unsupported", "HTML without a table", undefined, {
        what: "HTML",
      });
    }
    return { content: "HTML", encoding };
  }
  if (text.includes("urn:schemas-microsoft-com:office:spreadsheet")) {
    return { content: "XML", encoding };
  }
  if (text.includes("application/vnd.oasis.opendocument.spreadsheet")) {
    return { content: "ods", encoding };
  }
  // A list may begin with "<" as well; a document's first tag is followed by another one.
  if (text.startsWith("<?xml") || /^<[a-z][\w:-]*(?:\s[^<>]*)?>\s*</i.test(start)) {
    throw noList("XML");
  }
  return null;
}

function areStatements(text: string): boolean {
  const lines = text.slice(0, 8192).split(/\r?\n/);
  return SQL.test(lines.find((line) => !ABOVE_SQL.test(line)) ?? "");
}

function declared(text: string): string | undefined {
  const match = DECLARED.exec(text.slice(0, 4096));
  return match?.[1] ?? match?.[2];
}

function noList(what: string): FileFault {
  return new FileFault("file-not-a-list", what);
}
