import { SEPARATORS } from "../../../../preload/choices.ts";
import { isBlank } from "../data-rows.ts";
import { holdsHeaderWord } from "../headers/header-row.ts";
import type { ListSource, RowsOptions, SourceNotice, SourceRow } from "../source.ts";
import { type CutLines, cut, cutLines, wholeOf } from "../text/wrapped-lines.ts";

/** Of text files, whose other separators their reader knows. */
export const RARE_SEPARATORS: readonly string[] = ["^", "~", "¦", "¬", "§", ":"];
/** What values hold as well. */
const PLAIN_SEPARATORS = [" ", "/"];
/** A column of two values a cell may hold "Lake; Ann". */
const FEWEST = 3;
const NOTICE: SourceNotice = { code: "column-of-lists", params: {} };

/**
 * The same workbook or text; where a sheet's only column holds the lines of a text list, as it does when
 * such a list was opened with the wrong separator, its values are columns of their own.
 */
export function withSplitColumn(
  source: ListSource,
  separators: readonly string[] = SEPARATORS,
): ListSource {
  const split = new Set<string>();
  const shapeOf = (sheet: string, rows: readonly SourceRow[]): CutLines<string> | null => {
    const shape = linesIn(rows, separators);
    if (shape !== null) split.add(sheet);
    return shape;
  };
  async function* rows(sheet: string, how?: RowsOptions): AsyncGenerator<readonly SourceRow[]> {
    let shape: CutLines<string> | null | undefined;
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

function linesIn(
  rows: readonly SourceRow[],
  separators: readonly string[],
): CutLines<string> | null {
  const used = rows.filter((row) => !isBlank(row));
  if (used.some(({ cells }) => cells.length !== 1)) return null;
  const lines = used.map(({ cells: [line = ""] }) => wholeOf(line) ?? line);
  const shape = cutLines(lines, separators) ?? plainLines(lines);
  return shape !== null && shape.width >= FEWEST ? shape : null;
}

/** Lines of as many words each as the header, in which most are words of headers: `Card First City`. */
function plainLines(lines: readonly string[]): CutLines<string> | null {
  const [header = ""] = lines;
  for (const delimiter of PLAIN_SEPARATORS) {
    const names = header.split(delimiter);
    const width = names.length;
    const isEven = lines.every((line) => line.split(delimiter).length === width);
    const known = names.filter(holdsHeaderWord).length;
    if (
      lines.length > FEWEST &&
      width >= FEWEST &&
      isEven &&
      known * 2 > width &&
      !names.includes("")
    )
      return { delimiter, width };
  }
  return null;
}

function cutRows(rows: readonly SourceRow[], { delimiter }: CutLines<string>): SourceRow[] {
  return rows.map((row) => {
    const [line = ""] = row.cells;
    if (row.cells.length !== 1 || line.includes("\n")) return row;
    return { number: row.number, cells: cut(wholeOf(line) ?? line, { delimiter, quote: '"' }) };
  });
}
