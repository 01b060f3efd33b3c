import type { FileReading } from "../../../preload/types.ts";
import type { ListSource, RowsOptions, SourceRow } from "./source.ts";

/** Rows below the header row (1-based); rows without anything but blanks are left out. */
export async function* dataRows(
  source: ListSource,
  sheet: string,
  headerRow: number,
  options?: RowsOptions,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const rows of source.rows(sheet, { ...options, headerRow })) {
    const wanted = rows.filter((row) => row.number > headerRow && !isBlank(row));
    if (wanted.length > 0) yield wanted;
  }
}

/** The cells of a first look's rows, less those that are told as odd: totals, notes, another table. */
export function firstCells({
  firstRows,
  headerRow,
  notices,
}: FileReading): readonly (readonly string[])[] {
  const odd = new Set(
    notices.flatMap(({ remedy, rows = [] }) => (remedy?.keepRows === true ? rows : [])),
  );
  return firstRows
    .filter((each) => each.row > headerRow && !odd.has(each.row))
    .map((each) => each.cells);
}

/**
 * A row of nothing but blanks and marks that do not show is blank. What was cut may have held more
 * than the blanks that are left of it.
 */
export function isBlank({ cells, marks }: SourceRow): boolean {
  return cells.every((cell, at) => isBlankCell(cell) && marks?.get(at) !== "too-long");
}

/** Blanks of any kind, zero-width ones, control characters, soft hyphens, marks of direction, Hangul fillers. */
const INVISIBLE = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800\uFFF9-\uFFFC]*$/u;
/** The same as codes of web pages. */
const INVISIBLE_CODES =
  /^(?:[\s\p{Default_Ignorable_Code_Point}]|&(?:nbsp|e[mn]sp|thinsp|zwn?j|[lr]rm|shy|zerowidthspace|nobreak|#0*(?:9|10|13|32|160|173|819[2-9]|820[0-7]|8288|65279)|#x0*(?:9|a|d|20|a0|ad|200[0-9a-f]|2060|feff));|<br ?\/?>)*$/iu;

const AMPERSAND = 38;
const LESS = 60;

export function isBlankCell(cell: string): boolean {
  if (cell === "") return true;
  const first = cell.charCodeAt(0);
  // Nearly every cell begins with a letter or digit of ASCII.
  if (first === AMPERSAND || first === LESS) return INVISIBLE_CODES.test(cell);
  if (first > 32 && first < 127) return false;
  return INVISIBLE.test(cell) || INVISIBLE_CODES.test(cell);
}
