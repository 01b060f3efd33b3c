import { isUtf8 } from "node:buffer";

const UNICODE = /\\u([\dA-Fa-f]{4})/g;
/** Bytes of UTF-8 as mail (`=C3=A9`), addresses of web pages (`%C3%A9`) and programs (`\xc3\xa9`) write them. */
const BYTES =
  /(?:=[C-F][\dA-F](?:=[89AB][\dA-F]){1,3}|%[C-F][\dA-F](?:%[89AB][\dA-F]){1,3}|\\x[c-f][\da-f](?:\\x[89ab][\da-f]){1,3})/gi;
/** The same in eights: `\303\251`. */
const OCTAL = /\\3[0-7]{2}(?:\\2[0-7]{2}){1,3}/g;
/** One byte of windows-1252 beside small letters: `J=FCrgen`, `Ren\xe9`. */
const BYTE = /(?:(?<=\p{L})|(?=...?.?\p{Ll}))(?:[=%]([C-F][\dA-F])|\\x([c-fC-F][\da-fA-F]))/gu;
/** `Ren+AOk-`: UTF-7, UTF-16 in sixty-four signs. */
const UTF_7 = /\+([A-Za-z\d/]{3,})-/g;
const MARKS = /[\\=%+]/;

/** A text whose letters beyond ASCII a program wrote as codes, written out. */
export function unescaped(text: string): string {
  if (!MARKS.test(text)) return text;
  const written = text.replace(UNICODE, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return (written.isWellFormed() ? written : text)
    .replace(BYTES, (codes) => utf8(Buffer.from(codes.replace(/[=%]|\\x/gi, ""), "hex"), codes))
    .replace(OCTAL, (codes) => utf8(bytesOfEights(codes), codes))
    .replace(BYTE, (_, code: string | undefined, other = "") =>
      String.fromCharCode(Number.parseInt(code ?? other, 16)),
    )
    .replace(UTF_7, ofUtf7);
}

function utf8(bytes: Buffer, codes: string): string {
  return isUtf8(bytes) ? bytes.toString() : codes;
}

function bytesOfEights(codes: string): Buffer {
  const bytes = codes.split("\\").slice(1);
  return Buffer.from(bytes.map((each) => Number.parseInt(each, 8)));
}

/** Letters beyond ASCII alone are written so: `A+Bcd-E` is none. */
function ofUtf7(codes: string, signs: string): string {
  const bytes = Buffer.from(signs, "base64");
  const units = Math.floor(bytes.length / 2);
  const letters = bytes
    .subarray(0, units * 2)
    .swap16()
    .toString("utf16le");
  const isWhole = Math.ceil((units * 16) / 6) === signs.length;
  return isWhole && /^[^\0-\x7f]+$/.test(letters) && /^[\p{L}\p{M}]+$/u.test(letters)
    ? letters
    : codes;
}
