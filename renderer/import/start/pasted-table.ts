/**
 * Cells copied in a spreadsheet program or on a web page, as tab-separated text; null for anything
 * else. The copied HTML tells cells apart without doubt; in plain text a cell that begins with a
 * quote does not.
 */
export function pastedTable(data: Pick<DataTransfer, "getData">): string | null {
  const cells = largestTable(data.getData("text/html"));
  if (cells !== null) return cells.map((row) => row.map(quoted).join("\t")).join("\r\n");
  const text = data.getData("text/plain");
  return text.includes("\t") || text.trim().includes("\n") ? text : null;
}

function quoted(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

type Cells = readonly (readonly string[])[];

function largestTable(html: string): Cells | null {
  if (!/<table[\s>]/i.test(html)) return null;
  const page = new DOMParser().parseFromString(unstyled(html), "text/html");
  const sizes = [...page.querySelectorAll("table")].map((table) => ({
    table,
    size: table.rows.length * (table.rows[0]?.cells.length ?? 0),
  }));
  const [largest] = sizes.sort((a, b) => b.size - a.size);
  if (largest === undefined) return null;
  const cells = cellsOf(largest.table);
  return cells.reduce((sum, row) => sum + row.length, 0) > 1 ? cells : null;
}

/** The window's policy holds for what is parsed, too, and would complain of every style. */
function unstyled(html: string): string {
  return withoutStyleSheets(html).replace(/<[a-z][^<>]*>/gi, (tag) =>
    tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""),
  );
}

function withoutStyleSheets(html: string): string {
  const [first = "", ...behind] = html.split(/<style/i);
  // Text behind `</style>` is kept; a style that is never closed swallows the rest, as in browsers.
  const rest = behind.map((text) =>
    text
      .split(/<\/style>/i)
      .slice(1)
      .join(""),
  );
  return first + rest.join("");
}

/** Merged cells hold their text in the first of their places, as spreadsheet programs have it. */
function cellsOf(table: HTMLTableElement): Cells {
  const rows: string[][] = Array.from(table.rows, () => []);
  for (const [at, row] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[at]?.[column] !== undefined) column += 1;
      for (let down = 0; down < Math.max(1, cell.rowSpan); down++) {
        for (let right = 0; right < cell.colSpan; right++) {
          const target = rows[at + down];
          if (target !== undefined) target[column + right] = "";
        }
      }
      const own = rows[at];
      if (own !== undefined) own[column] = textOf(cell);
      column += cell.colSpan;
    }
  }
  return rows.map((row) => Array.from(row, (cell) => cell ?? ""));
}

const BLOCKS: ReadonlySet<string> = new Set(["P", "DIV", "LI"]);

/** What is seen: line breaks of the source count as blanks, those of the cell stay. */
function textOf(node: Node): string {
  return partsOf(node)
    .split("\n")
    .map((line) => line.replace(/^ +/, "").replace(/ {2,}/g, " "))
    .map((line) => (line.endsWith(" ") ? line.slice(0, -1) : line))
    .join("\n")
    .trim();
}

function partsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? "").replace(/[\s\u00a0]+/g, " ");
  if (node.nodeName === "BR") return "\n";
  const inner = [...node.childNodes].map(partsOf).join("");
  return BLOCKS.has(node.nodeName) && node.nextSibling !== null ? `${inner}\n` : inner;
}
