import type { CsvForm } from "./csv-form.ts";
import { guarded } from "./formula-guard.ts";
import { type Cell, type Table, textOf } from "./table.ts";

/** Without it spreadsheet programs read UTF-8 as the computer's old code page. */
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";

/** Both separators, whichever is used: whoever opens the file may expect the other one. */
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/** The file in pieces: byte order mark and header first, then one piece a chunk of rows. */
export function* csvPieces(
  table: Table,
  form: CsvForm,
): Generator<{ readonly text: string; readonly rows: number }> {
  yield { text: BYTE_ORDER_MARK + csvLine(table.header, form), rows: 0 };
  for (const chunk of table.rows) {
    yield { text: chunk.map((cells) => csvLine(cells, form)).join(""), rows: chunk.length };
  }
}

function csvLine(cells: readonly Cell[], { separator, decimalMark }: CsvForm): string {
  const texts = cells.map((cell) => {
    const text = textOf(cell);
    return quoted(guarded(typeof cell === "string" ? text : text.replace(".", decimalMark)));
  });
  return texts.join(separator) + LINE_END;
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
