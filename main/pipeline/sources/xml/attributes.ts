import { xmlText } from "./text.ts";

const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** Where an attribute stands in a tag's bytes. */
interface AttributePlace {
  nameStart: number;
  nameEnd: number;
  valueStart: number;
  valueEnd: number;
}

/** The next attribute at or behind `at` in a start tag that ends at `to`. */
export function attributeAt(bytes: Buffer, at: number, to: number): AttributePlace {
  let nameStart = at;
  while (nameStart < to && (bytes[nameStart] as number) <= 0x20) nameStart++;
  let nameEnd = nameStart;
  while (nameEnd < to && bytes[nameEnd] !== EQUALS && (bytes[nameEnd] as number) > 0x20) nameEnd++;
  let valueStart = nameEnd;
  while (valueStart < to && bytes[valueStart] !== QUOTE && bytes[valueStart] !== APOSTROPHE) {
    valueStart++;
  }
  const quote = bytes[valueStart];
  let valueEnd = ++valueStart;
  while (valueEnd < to && bytes[valueEnd] !== quote) valueEnd++;
  return { nameStart, nameEnd, valueStart, valueEnd };
}

/** Attributes of the start tag in [from, to), by name as written, prefix and all. */
export function readAttributes(bytes: Buffer, from: number, to: number): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = from; at < to; ) {
    const { nameStart, nameEnd, valueStart, valueEnd } = attributeAt(bytes, at, to);
    const name = bytes.toString("latin1", nameStart, nameEnd);
    if (name !== "" && valueStart <= to) {
      found.set(name, xmlText(bytes, valueStart, valueEnd, false, false));
    }
    at = valueEnd + 1;
  }
  return found;
}
