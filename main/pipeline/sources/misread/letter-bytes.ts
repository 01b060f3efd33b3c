import { OLDER_LETTERS, type OlderEncoding } from "./older-letters.ts";

/** The bytes of a text in an encoding; null where a letter is none of it. */
export function encoded(text: string, bytes: ReadonlyMap<string, number>): Buffer | null {
  const made = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 ? code : bytes.get(text.charAt(at));
    if (byte === undefined) return null;
    made[at] = byte;
  }
  return made;
}

const known = new Map<string, ReadonlyMap<string, number>>();

/** The bytes of an encoding's letters; what it leaves free is a control character, as browsers do. */
export function bytesOfLetters(encoding: OlderEncoding): ReadonlyMap<string, number> {
  const kept = known.get(encoding);
  if (kept !== undefined) return kept;
  const bytes = new Map<string, number>();
  if (encoding.startsWith("windows-")) {
    for (let byte = 0x80; byte < 0xa0; byte++) bytes.set(String.fromCharCode(byte), byte);
  }
  const letters = OLDER_LETTERS.find((each) => each.encoding === encoding)?.letters ?? "";
  for (const [at, letter] of [...letters].entries()) {
    if (letter !== "\ufffd") bytes.set(letter, 0x80 + at);
  }
  known.set(encoding, bytes);
  return bytes;
}
