import type { ListSource, RowsOptions, SourceNotice, SourceRow } from "../source.ts";
import { decodeBack } from "./decode-back.ts";
import { createDecodedRows, type DecodedRows } from "./misread-rows.ts";

/** The same list, whose cells are decoded back where a wrong encoding made others letters of theirs. */
export function decodedSource(source: ListSource): ListSource {
  const told = new Map<string, readonly SourceNotice[]>();
  const decoded = (rows: readonly SourceRow[], found: DecodedRows) =>
    rows.map((row) => decodedRow(row, found));
  async function* rows(sheet: string, how?: RowsOptions): AsyncGenerator<readonly SourceRow[]> {
    const found = createDecodedRows();
    for await (const chunk of source.rows(sheet, how)) {
      const done = decoded(chunk, found);
      told.set(sheet, found.notices("rows-decoded-back", false));
      yield done;
    }
  }
  const { firstRows } = source;
  return {
    ...source,
    rows,
    notices: (sheet) => [...source.notices(sheet), ...(told.get(sheet) ?? [])],
    ...(firstRows === undefined
      ? {}
      : {
          async firstRows(sheet: string, limit: number, how?: RowsOptions) {
            const first = await firstRows(sheet, limit, how);
            const found = createDecodedRows();
            const done = decoded(first.rows, found);
            told.set(sheet, found.notices("rows-decoded-back", false));
            return { ...first, rows: done };
          },
        }),
  };
}

function decodedRow(row: SourceRow, found: DecodedRows): SourceRow {
  let cells: string[] | undefined;
  for (const [at, cell] of row.cells.entries()) {
    const before = decodeBack(cell);
    // What may be meant as it stands (IRMÃ’s) stays.
    if (before?.certain !== true) continue;
    found.add(row.number, { seen: cell, meant: before.text, column: at });
    cells ??= [...row.cells];
    cells[at] = before.text;
  }
  return cells === undefined ? row : { ...row, cells };
}
