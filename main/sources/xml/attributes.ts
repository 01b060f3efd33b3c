import { xmlText } from "./text.ts";

const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Attributes of the start tag in [from, to), by name as written, prefix and all. */
export function readAttributes(bytes: Buffer, from: number, to: number): Map<string, string> {
  const found = new Map<string, string>();
  let at = from;
  while (at < to) {
    while (at < to && (bytes[at] as number) <= 0x20) at++;
    const nameStart = at;
    while (at < to && bytes[at] !== EQUALS && (bytes[at] as number) > 0x20) at++;
    const name = bytes.toString("latin1", nameStart, at);
    while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
    const quote = bytes[at];
    const valueStart = ++at;
    while (at < to && bytes[at] !== quote) at++;
    if (name !== "" && valueStart <= to) {
      found.set(name, xmlText(bytes, valueStart, Math.min(at, to), false, false));
    }
    at++;
  }
  return found;
}
