import { isBlank } from "../data-rows.ts";
import type { ListSource, RowsOptions, SourceNotice, SourceRow } from "../source.ts";
import { type CutLines, cut, cutLines } from "../text/wrapped-lines.ts";

/** A column of two values a cell may hold "Lake; Ann". */
const FEWEST = 3;
const NOTICE: SourceNotice = { code: "column-of-lists", params: {} };

/**
 * The same workbook; where a sheet's only column holds the lines of a text list, as it does when
 * such a list was opened with the wrong separator, its values are columns of their own.
 */
export function withSplitColumn(source: ListSource): ListSource {
  const split = new Set<string>();
  const shapeOf = (sheet: string, rows: readonly SourceRow[]): CutLines | null => {
    const shape = linesIn(rows);
    if (shape !== null) split.add(sheet);
    return shape;
  };
  async function* rows(sheet: string, how?: RowsOptions): AsyncGenerator<readonly SourceRow[]> {
    let shape: CutLines | null | undefined;
    for await (const chunk of source.rows(sheet, how)) {
      if (shape === undefined && chunk.some((row) => !isBlank(row))) shape = shapeOf(sheet, chunk);
      yield shape === undefined || shape === null ? chunk : cutRows(chunk, shape);
    }
  }
  const { firstRows } = source;
  return {
    ...source,
    rows,
    notices: (sheet) => [...source.notices(sheet), ...(split.has(sheet) ? [NOTICE] : [])],
    ...(firstRows === undefined
      ? {}
      : {
          async firstRows(sheet: string, limit: number, how?: RowsOptions) {
            const first = await firstRows(sheet, limit, how);
            const shape = shapeOf(sheet, first.rows);
            return shape === null ? first : { ...first, rows: cutRows(first.rows, shape) };
          },
        }),
  };
}

function linesIn(rows: readonly SourceRow[]): CutLines | null {
  const used = rows.filter((row) => !isBlank(row));
  if (used.some(({ cells }) => cells.length !== 1)) return null;
  const shape = cutLines(used.map(({ cells: [line = ""] }) => line));
  return shape !== null && shape.width >= FEWEST ? shape : null;
}

function cutRows(rows: readonly SourceRow[], { delimiter }: CutLines): SourceRow[] {
  return rows.map((row) => {
    const [line = ""] = row.cells;
    if (row.cells.length !== 1 || line.includes("\n")) return row;
    return { number: row.number, cells: cut(line, { delimiter, quote: '"' }) };
  });
}
