/**
 * A list as a table of text: one line a column, `header | field | value | value ...`; the field
 * is `-` where nothing may be proposed, two fields are joined by `+`.
 */
export interface ListTable {
  readonly name: string;
  readonly headers: readonly string[];
  readonly expected: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function listTable(name: string, text: string): ListTable {
  const lines = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("|").map((part) => part.trim()));
  const depth = Math.max(...lines.map((line) => line.length - 2));
  return {
    name,
    headers: lines.map((line) => line[0] ?? ""),
    expected: lines.map((line) => line[1] ?? "-"),
    rows: Array.from({ length: depth }, (_, at) => lines.map((line) => line[at + 2] ?? "")),
  };
}
