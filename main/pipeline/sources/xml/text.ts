const AMP = 0x26;
const CR = 0x0d;
const UNDERSCORE = 0x5f;
const LOWER_X = 0x78;

/**
 * The text of XML bytes: entities and character references resolved, line ends made "\n" as XML
 * asks. `escapes`: also the `_xHHHH_` of spreadsheet strings (ECMA-376, ST_Xstring).
 */
export function xmlText(
  bytes: Buffer,
  from: number,
  to: number,
  literal: boolean,
  escapes: boolean,
): string {
  let plain = true;
  let ascii = true;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 0x80) ascii = false;
    else if (
      (byte === AMP && !literal) ||
      byte === CR ||
      (byte === UNDERSCORE && escapes && bytes[at + 1] === LOWER_X)
    ) {
      plain = false;
      break;
    }
  }
  if (plain) return ascii ? bytes.toString("latin1", from, to) : bytes.toString("utf8", from, to);
  let text = bytes.toString("utf8", from, to);
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (!literal) text = resolveEntities(text);
  return escapes ? resolveEscapes(text) : text;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** What is no known entity stays as it is written. */
export function resolveEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function resolveEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
