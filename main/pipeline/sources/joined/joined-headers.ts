import { isBlankCell } from "../data-rows.ts";
import { findHeaders } from "../headers/find-headers.ts";
import type { ListSource, SourceRow } from "../source.ts";

/** Rows that show where a sheet's headers stand. */
const LOOK_ROWS = 60;

export interface SheetHeaders {
  /** 1-based, the last row of the headers; 0 where there are none. */
  readonly headerRow: number;
  readonly cells: readonly string[];
  /** Columns in use. */
  readonly width: number;
  /** Whether anything stands below the headers. */
  readonly hasRows: boolean;
}

/** The headers of a sheet, as the first look finds them; `headerRow` where it was chosen. */
export async function sheetHeaders(
  source: ListSource,
  sheet: string,
  headerRow?: number,
): Promise<SheetHeaders> {
  const rows = await startOf(source, sheet, Math.max(LOOK_ROWS, headerRow ?? 0));
  const found = findHeaders(rows, {});
  const isFound = headerRow === undefined || headerRow === found.headerRow;
  const at = isFound ? found.headerRow : headerRow;
  const chosen = rows.find(({ number }) => number === at)?.cells ?? [];
  return {
    headerRow: at,
    cells: isFound ? (found.cells ?? chosen) : chosen,
    width: Math.max(0, ...rows.map(({ cells }) => cells.length)),
    hasRows: rows.some(({ number, cells }) => number > at && !cells.every(isBlankCell)),
  };
}

/** Headers are the same where they differ only in case and blanks; the second of a name is another. */
export function headerKeys(cells: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return cells.map((cell, at) => {
    const name = cell.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
    if (name === "") return `#${at}`;
    const count = (times.get(name) ?? 0) + 1;
    times.set(name, count);
    return `${name}/${count}`;
  });
}

async function startOf(source: ListSource, sheet: string, limit: number): Promise<SourceRow[]> {
  if (source.firstRows !== undefined) {
    return [...(await source.firstRows(sheet, limit, { trustMerged: true })).rows];
  }
  const rows: SourceRow[] = [];
  for await (const chunk of source.rows(sheet)) {
    rows.push(...chunk);
    if (rows.length >= limit) break;
  }
  return rows.slice(0, limit);
}
