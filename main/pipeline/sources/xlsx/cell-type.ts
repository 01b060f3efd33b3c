/** What a cell's value is written as: the `t` attribute (ECMA-376, ST_CellType). */
export type CellType = "number" | "shared" | "text" | "inline" | "boolean" | "error" | "date";

const TYPES: Readonly<Record<string, CellType>> = {
  n: "number",
  s: "shared",
  str: "text",
  inlineStr: "inline",
  b: "boolean",
  e: "error",
  d: "date",
};

const LETTER_S = 0x73;

/** The type that bytes name; a number where they name none. */
export function cellTypeOf(bytes: Buffer, from: number, to: number): CellType {
  if (to - from === 1 && bytes[from] === LETTER_S) return "shared";
  return TYPES[bytes.toString("latin1", from, to)] ?? "number";
}
