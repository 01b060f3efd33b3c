/** A block of cells, row by row. */
export type Cells = readonly (readonly string[])[];

/** As spreadsheet programs copy cells: tabs between them, quotes around what holds a tab, quote or line end. */
export function toTableText(cells: Cells): string {
  return cells.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

function quoted(value: string): string {
  return /[\t\r\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** The same as a table, which programs that show formatted text take. */
export function toTableHtml(cells: Cells): string {
  const cell = (value: string) => `<td>${escaped(value).replaceAll("\n", "<br>")}</td>`;
  const row = (values: readonly string[]) => `<tr>${values.map(cell).join("")}</tr>`;
  return `<table>${cells.map(row).join("")}</table>`;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Reads what a spreadsheet program has copied; a last line end makes no row. */
export function fromTableText(text: string): Cells {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const { value, next } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(value);
    const end = text[next];
    if (end === "\t") {
      at = next + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end === "\r" && text[next + 1] === "\n" ? next + 2 : next + 1;
    if (at >= text.length) return rows;
  }
}

interface Cell {
  readonly value: string;
  /** Where in the text the tab or line end behind the cell stands. */
  readonly next: number;
}

function plainCell(text: string, from: number): Cell {
  let next = from;
  while (next < text.length && !"\t\r\n".includes(text[next] ?? "")) next += 1;
  return { value: text.slice(from, next), next };
}

/** A first quote without a closing one, or with text behind that, belongs to the value. */
function quotedCell(text: string, from: number): Cell {
  let value = "";
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return plainCell(text, from);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const next = quote + 1;
      const isEnd = next >= text.length || "\t\r\n".includes(text[next] ?? "");
      return isEnd ? { value, next } : plainCell(text, from);
    }
    value += '"';
    at = quote + 2;
  }
}
