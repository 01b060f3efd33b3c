import type { ListColumn } from "../../../../preload/types.ts";
import { MAX_COLUMNS } from "../../../common/tables/limits.ts";
import { isBlank, isBlankCell } from "../data-rows.ts";
import { mostOf } from "../shape/forms.ts";
import type { SourceRow } from "../source.ts";
import { columnLetters } from "../xlsx/references.ts";

const SAMPLES = 3;
const MAX_SAMPLE = 200;
/** Of fewer columns, a row may well have a single value. */
const FEWEST = 3;

/**
 * The columns of a list: headers made distinct ("Email", "Email (2)"), empty ones named by their
 * letters, columns without header and values at the end left out. Header row 0: all are named by
 * their letters. `cells` are the headers where they are not those of one row.
 */
export function listColumns(
  rows: readonly SourceRow[],
  headerRow: number,
  cells?: readonly string[],
): ListColumn[] {
  const found = rows.find((row) => row.number === headerRow);
  const header = cells === undefined ? found : { number: headerRow, cells };
  const data = rows.filter((row) => row.number > headerRow);
  const width = Math.min(MAX_COLUMNS, Math.max(usedWidth(header), ...data.map(usedWidth)));
  const used = data.filter((row) => !isBlank(row)).length;
  const full = width < FEWEST ? data : fullRows(data);
  const taken = new Map<string, number>();
  const columns: ListColumn[] = [];
  for (let index = 0; index < width; index++) {
    const name = header?.cells[index] ?? "";
    const isNamed = !isBlankCell(name) || index < (found?.fields ?? 0);
    const filled = valuesOf(data, index).length;
    // One row of two does not show that a column without a header is meant.
    const isRare = filled * 2 < used || (filled === 1 && used === 2);
    const isStray = headerRow > 0 && !isNamed && isRare;
    const distinct = distinctHeader(name, index, taken);
    const shown = samplesOf(full, index);
    const samples = shown.length > 0 ? shown : samplesOf(data, index);
    const ownValues = valuesOf(full, index);
    const holds = mostOf(ownValues.length > 0 ? ownValues : valuesOf(data, index), distinct);
    const isHidden = holds !== null && holds !== mostOf(samples, distinct);
    columns.push({
      index,
      header: distinct,
      samples,
      ...(isStray ? { stray: true } : {}),
      ...(isHidden ? { holds } : {}),
    });
  }
  return columns;
}

/** Rows with more than a single value; that of others may be a note, and says little of its column. */
function fullRows(rows: readonly SourceRow[]): readonly SourceRow[] {
  return rows.filter(({ cells }) => cells.filter((cell) => !isBlankCell(cell)).length > 1);
}

/** What a column without a header is called. */
export function namelessHeader(index: number): string {
  return `Column ${columnLetters(index)}`;
}

/** How many columns there are up to the last one with a header. */
export function namedWidth(columns: readonly ListColumn[]): number {
  return columns.findLastIndex(({ header, index }) => header !== namelessHeader(index)) + 1;
}

function usedWidth(row: SourceRow | undefined): number {
  return (row?.cells.findLastIndex((cell) => cell.trim() !== "") ?? -1) + 1;
}

/** @param taken by headers in lower case: the number that the next one like it tries first */
function distinctHeader(cell: string, index: number, taken: Map<string, number>): string {
  const name = cell.replace(/\s+/g, " ").trim() || namelessHeader(index);
  const key = name.toLowerCase();
  let header = name;
  let count = taken.get(key) ?? 2;
  for (; taken.has(header.toLowerCase()); count++) header = `${name} (${count})`;
  taken.set(key, count);
  if (header !== name) taken.set(header.toLowerCase(), 2);
  return header;
}

function valuesOf(rows: readonly SourceRow[], index: number): readonly string[] {
  return rows.map(({ cells }) => cells[index] ?? "").filter((cell) => !isBlankCell(cell));
}

/** The first values of a column. */
export function samplesOf(rows: readonly SourceRow[], index: number): string[] {
  const samples: string[] = [];
  for (const row of rows) {
    const cell = row.cells[index];
    if (cell === undefined || cell.trim() === "") continue;
    samples.push(cell.length > MAX_SAMPLE ? `${cell.slice(0, MAX_SAMPLE)}…` : cell);
    if (samples.length === SAMPLES) break;
  }
  return samples;
}
