import { MAX_JOINED_SHEETS, ROWS_OF_SHEET, sheetsIn } from "../../../../preload/lists/list-row.ts";
import type { SheetInfo } from "../../../../preload/types.ts";
import type {
  CellMark,
  FirstRows,
  ListSource,
  RowsOptions,
  SourceNotice,
  SourceRow,
} from "../source.ts";
import { headerKeys, type SheetHeaders, sheetHeaders } from "./joined-headers.ts";

/** The sheets that a name stands for, where it is the name of none: two or more; else null. */
export function joinedSheets(name: string, sheets: readonly SheetInfo[]): readonly string[] | null {
  const isThere = (wanted: string) => sheets.some((each) => each.name === wanted);
  const parts = sheetsIn(name);
  if (parts.length < 2 || parts.length > MAX_JOINED_SHEETS || isThere(name)) return null;
  return new Set(parts).size === parts.length && parts.every(isThere) ? parts : null;
}

/** Whether a list can be read from what goes by that name: a sheet, or several. */
export function holdsSheet(sheets: readonly SheetInfo[], name: string): boolean {
  return sheets.some((each) => each.name === name) || joinedSheets(name, sheets) !== null;
}

/**
 * The same source, of which several sheets can be read as one: the first as it stands, with the
 * columns that only others have behind its own, then the rows below the headers of the others, whose
 * values are put where their headers stand.
 */
export function withJoinedSheets(source: ListSource): ListSource {
  const { sheets, firstRows } = source;
  if (sheets.length < 2) return source;

  function rows(sheet: string, options?: RowsOptions): AsyncIterable<readonly SourceRow[]> {
    const parts = joinedSheets(sheet, sheets);
    return parts === null ? source.rows(sheet, options) : joinedRows(source, parts, options);
  }

  return {
    ...source,
    rows,
    ...(firstRows === undefined
      ? {}
      : {
          async firstRows(sheet: string, limit: number, options?: RowsOptions) {
            const parts = joinedSheets(sheet, sheets);
            return parts === null
              ? await firstRows(sheet, limit, options)
              : await joinedStart(source, parts, limit, options?.headerRow);
          },
        }),
    notices(sheet) {
      const parts = joinedSheets(sheet, sheets);
      return parts === null
        ? source.notices(sheet)
        : together(parts.flatMap((part) => source.notices(part)));
    },
  };
}

/** Notices of the same kind are one, which counts for all. */
function together(notices: readonly SourceNotice[]): readonly SourceNotice[] {
  const byCode = new Map<string, SourceNotice>();
  for (const notice of notices) {
    const { count } = byCode.get(notice.code)?.params ?? {};
    const sum = Number(count ?? 0) + Number(notice.params.count ?? 0);
    byCode.set(
      notice.code,
      count === undefined ? notice : { ...notice, params: { ...notice.params, count: sum } },
    );
  }
  return [...byCode.values()];
}

async function* joinedRows(
  source: ListSource,
  sheets: readonly string[],
  options: RowsOptions = {},
): AsyncGenerator<readonly SourceRow[]> {
  const plans = await plansOf(source, sheets, options.headerRow);
  for (const plan of plans) {
    for await (const rows of source.rows(plan.sheet, options)) {
      const placed = rows.flatMap(plan.place);
      if (placed.length > 0) yield placed;
    }
  }
}

async function joinedStart(
  source: ListSource,
  sheets: readonly string[],
  limit: number,
  headerRow?: number,
): Promise<FirstRows> {
  const rows: SourceRow[] = [];
  for (const { sheet, place } of await plansOf(source, sheets, headerRow)) {
    const start = await source.firstRows?.(sheet, limit);
    rows.push(...(start?.rows ?? []).flatMap(place));
    if (rows.length > limit || start?.ended !== true) {
      return { rows: rows.slice(0, limit), ended: false };
    }
  }
  return { rows, ended: true };
}

interface SheetPlan {
  readonly sheet: string;
  /** A row of the sheet as one of the list; nothing for headers of other sheets than the first. */
  place(row: SourceRow): readonly SourceRow[];
}

async function plansOf(
  source: ListSource,
  [first = "", ...others]: readonly string[],
  headerRow?: number,
): Promise<readonly SheetPlan[]> {
  const own = await sheetHeaders(source, first, headerRow);
  const names = [...own.cells];
  while (names.length < own.width) names.push("");
  const places = new Map(headerKeys(names).map((key, at) => [key, at]));
  const plans: SheetPlan[] = [];
  for (const [at, sheet] of others.entries()) {
    const headers = headerRow === 0 ? bare(own) : await sheetHeaders(source, sheet);
    const columns = headerKeys(headers.cells).map((key, column) => {
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, names.length);
      return names.push(headers.cells[column] ?? "") - 1;
    });
    const before = (at + 1) * ROWS_OF_SHEET;
    plans.push({
      sheet,
      place: (row) =>
        row.number <= headers.headerRow ? [] : [moved(row, columns, names.length, before)],
    });
  }
  const addsColumns = names.length > Math.max(own.cells.length, own.width);
  const place = (row: SourceRow): readonly SourceRow[] =>
    addsColumns && row.number === own.headerRow ? [withNames(row, names)] : [row];
  return [{ sheet: first, place }, ...plans];
}

/** A list without headers: columns of all sheets are the same by their places. */
function bare({ width }: SheetHeaders): SheetHeaders {
  return { headerRow: 0, cells: Array.from({ length: width }, () => ""), width, hasRows: true };
}

function withNames(row: SourceRow, names: readonly string[]): SourceRow {
  return { ...row, cells: names.map((name, at) => row.cells[at] ?? name) };
}

/** Columns beyond the headers of their sheet go behind all that have one. */
function moved(
  { number, cells, marks, ...more }: SourceRow,
  columns: readonly number[],
  width: number,
  before: number,
): SourceRow {
  const placeOf = (at: number) => columns[at] ?? width + at - columns.length;
  const there: string[] = [];
  for (const [at, cell] of cells.entries()) {
    const place = placeOf(at);
    while (there.length <= place) there.push("");
    there[place] = cell;
  }
  while (there.at(-1) === "") there.pop();
  const row = { ...more, number: number + before, cells: there };
  if (marks === undefined) return row;
  return {
    ...row,
    marks: new Map([...marks].map(([at, mark]): [number, CellMark] => [placeOf(at), mark])),
  };
}
