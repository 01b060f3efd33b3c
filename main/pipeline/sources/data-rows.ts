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

/** What was cut may have held more than the blanks that are left of it. */
export function isBlank({ cells, marks }: SourceRow): boolean {
  return cells.every((cell, at) => cell.trim() === "" && marks?.get(at) !== "too-long");
}
