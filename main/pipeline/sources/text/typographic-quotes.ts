/** Marks that open a value, and those that may close it then. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ["“", "”"],
  ["„", "“”"],
  ["«", "»"],
  ["»", "«"],
  ["‘", "’"],
  ["‚", "‘’"],
]);
const MARKS = /[“”„«»‘’‚]/;

/**
 * A text in which values that stand in typographic quotes and hold the separator stand in plain ones:
 * `“Name, full”`. The same text where there is none.
 */
export function withPlainQuotes(text: string, delimiter: string): string {
  if (!MARKS.test(text)) return text;
  return text.replaceAll(/[^\r\n]+/g, (line) => {
    if (!MARKS.test(line) || line.includes('"')) return line;
    const cells = line.split(delimiter);
    const joined = joinQuoted(cells, delimiter);
    if (joined === cells) return line;
    return joined.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter);
  });
}

/** The cells of a record with those joined that one value in typographic quotes was cut into. */
export function joinQuoted(cells: string[], delimiter: string): string[] {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at++) {
    const end = endOfQuoted(cells, at);
    const value = cells.slice(at, end + 1).join(delimiter);
    joined.push(end === at ? value : value.trim().slice(1, -1));
    at = end;
  }
  return joined.length === cells.length ? cells : joined;
}

/** The last of the cells that a quoted value was cut into; the first one where it was not cut. */
function endOfQuoted(cells: readonly string[], at: number): number {
  const first = (cells[at] ?? "").trim();
  const closing = PAIRS.get(first.charAt(0));
  if (closing === undefined || MARKS.test(first.slice(1))) return at;
  for (let end = at + 1; end < cells.length; end++) {
    const cell = (cells[end] ?? "").trim();
    if (!MARKS.test(cell)) continue;
    const isEnd = closing.includes(cell.slice(-1)) && !MARKS.test(cell.slice(0, -1));
    return isEnd && cell !== "" ? end : at;
  }
  return at;
}
