import { isUtf8 } from "node:buffer";

const UNICODE = /\\u([\dA-Fa-f]{4})/g;
/** Bytes of UTF-8 as mail (`=C3=A9`) and addresses of web pages (`%C3%A9`) write them. */
const BYTES = /(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3}|%[C-F][\dA-F](?:%[89AB][\dA-F]){1,3})/gi;

/** A text whose letters beyond ASCII a program wrote as codes, written out. */
export function unescaped(text: string): string {
  if (!/[\\=%]/.test(text)) return text;
  const written = text.replace(UNICODE, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return (written.isWellFormed() ? written : text).replace(BYTES, (codes) => {
    const bytes = Buffer.from(codes.replace(/[=%]/g, ""), "hex");
    return isUtf8(bytes) ? bytes.toString() : codes;
  });
}
