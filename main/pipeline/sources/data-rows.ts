import type { ListSource, RowsOptions, SourceRow } from "./source.ts";

/** Rows below the header row (1-based); rows without anything but blanks are left out. */
export async function* dataRows(
  source: ListSource,
  sheet: string,
  headerRow: number,
  options?: RowsOptions,
): AsyncGenerator<readonly SourceRow[]> {
  for await (const rows of source.rows(sheet, options)) {
    const wanted = rows.filter((row) => row.number > headerRow && !isBlank(row));
    if (wanted.length > 0) yield wanted;
  }
}

export function isBlank(row: SourceRow): boolean {
  return row.cells.every((cell) => cell.trim() === "");
}
