import type { ListSource, RowsOptions, SourceNotice, SourceRow } from "../source.ts";
import { decodeBack } from "./decode-back.ts";
import { createDecodedRows, type DecodedRows } from "./misread-rows.ts";
import { findWrongLetters, type WrongLetters } from "./wrong-letters.ts";

/** As many as the first look at a list takes. */
const FIRST_ROWS = 200;

/** The same list, whose cells are decoded back where a wrong encoding made others letters of theirs. */
export function decodedSource(source: ListSource): ListSource {
  const told = new Map<string, readonly SourceNotice[]>();
  async function* rows(sheet: string, how?: RowsOptions): AsyncGenerator<readonly SourceRow[]> {
    const found = createDecodedRows();
    const decode = (chunk: readonly SourceRow[], wrong: WrongLetters | null) => {
      const done = chunk.map((row) => decodedRow(row, found, wrong));
      told.set(sheet, found.notices("rows-decoded-back", false));
      return done;
    };
    // Whether all letters were misread alike shows only in many.
    let first: readonly SourceRow[] | null = [];
    let wrong: WrongLetters | null = null;
    for await (const chunk of source.rows(sheet, how)) {
      if (first === null) {
        yield decode(chunk, wrong);
        continue;
      }
      first = [...first, ...chunk];
      if (first.length < FIRST_ROWS) continue;
      wrong = await findWrongLetters(first);
      yield decode(first, wrong);
      first = null;
    }
    if (first !== null && first.length > 0) yield decode(first, await findWrongLetters(first));
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
            const wrong = await findWrongLetters(first.rows);
            const done = first.rows.map((row) => decodedRow(row, found, wrong));
            told.set(sheet, found.notices("rows-decoded-back", false));
            return { ...first, rows: done };
          },
        }),
  };
}

function decodedRow(row: SourceRow, found: DecodedRows, wrong: WrongLetters | null): SourceRow {
  let cells: string[] | undefined;
  for (const [at, cell] of row.cells.entries()) {
    const meant = wrong === null ? meantBefore(cell) : wrong.meant(cell);
    if (meant === null) continue;
    found.add(row.number, { seen: cell, meant, column: at });
    cells ??= [...row.cells];
    cells[at] = meant;
  }
  return cells === undefined ? row : { ...row, cells };
}

/** What may be meant as it stands (IRMÃ’s) stays. */
function meantBefore(cell: string): string | null {
  const before = decodeBack(cell);
  return before?.certain === true ? before.text : null;
}
