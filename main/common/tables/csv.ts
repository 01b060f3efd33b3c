import { guarded } from "./formula-guard.ts";
import type { Table } from "./table.ts";

/** Without it spreadsheet programs read UTF-8 as the computer's old code page. */
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** The file in pieces: byte order mark and header first, then one piece a chunk of rows. */
export function* csvPieces(
  table: Table,
): Generator<{ readonly text: string; readonly rows: number }> {
  yield { text: BYTE_ORDER_MARK + csvLine(table.header), rows: 0 };
  for (const chunk of table.rows) {
    yield { text: chunk.map(csvLine).join(""), rows: chunk.length };
  }
}

function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(guarded(cell))).join(",") + LINE_END;
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
