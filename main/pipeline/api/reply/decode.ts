const BOMS: readonly { readonly bytes: readonly number[]; readonly charset: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], charset: "utf-8" },
  { bytes: [0xff, 0xfe], charset: "utf-16le" },
  { bytes: [0xfe, 0xff], charset: "utf-16be" },
];
/** Bytes in which an XML declaration stands, if there is one. */
const HEAD_BYTES = 200;
/** What a reply begins with: JSON, XML, or the name of a JSONP function. */
const PLAUSIBLE_START = /^\s*[{[<A-Za-z_$/]/;

/**
 * A reply's bytes as text. The byte order mark counts most, then what header and XML declaration
 * say; a declared charset that makes no sense of the bytes is not believed.
 */
export function decodeReply(body: Uint8Array, contentType: string): string {
  const bom = BOMS.find(({ bytes }) => bytes.every((byte, index) => body[index] === byte));
  if (bom !== undefined) return decode(body, bom.charset) ?? "";
  const declared = charsetOf(contentType) ?? declaredInXml(body) ?? wideCharset(body);
  const text = declared === null ? null : decode(body, declared);
  if (text !== null && PLAUSIBLE_START.test(text)) return text;
  return decode(body, "utf-8") ?? decode(body, "windows-1252") ?? "";
}

/** UTF-8 must be valid to be taken; other charsets mark what they cannot read. */
function decode(body: Uint8Array, charset: string): string | null {
  try {
    const fatal = /^utf-?8$/i.test(charset);
    return new TextDecoder(charset, { fatal }).decode(body);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null;
    throw error;
  }
}

function charsetOf(contentType: string): string | null {
  return /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

function declaredInXml(body: Uint8Array): string | null {
  const head = Buffer.from(body.subarray(0, HEAD_BYTES)).toString("latin1");
  return /^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? null;
}

/** UTF-16 without a mark: every other byte of the first letters is zero. */
function wideCharset(body: Uint8Array): string | null {
  if (body.length < 4) return null;
  if (body[1] === 0 && body[3] === 0) return "utf-16le";
  return body[0] === 0 && body[2] === 0 ? "utf-16be" : null;
}
