import { joinedName } from "../../../preload/lists/list-row.ts";
import { AppError } from "../../common/errors.ts";
import { isBlank, isBlankCell } from "./data-rows.ts";
import {
  holdsHeaderWord,
  ideasOfPeople,
  namesSomebody,
  proposeHeaderRow,
} from "./headers/header-row.ts";
import { alikeSheets } from "./joined/alike-sheets.ts";
import type { FirstRows, ListSource, RowsOptions, SourceRow } from "./source.ts";

/** Rows of the first look, the header row among them. */
export const FIRST_ROWS = 100;
/** Stands for all sheets with about the same headers; no sheet is called so. */
export const ALL_ALIKE = "*";
/** What is longer is no header. */
const MAX_HEADER = 60;
/** More sheets are not looked at for the one that holds the list. */
const MAX_LOOKS = 50;
/** Characters of the first look; a list whose lines are that long shows itself in fewer of them. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

export interface ChosenSheet extends FirstRows {
  readonly sheet: string;
  /** A visible sheet in front of it that holds something, but no list. */
  readonly passedOver?: string;
}

/**
 * The sheet asked for (several as `joinedName` writes them, `*` for all that are alike), else the first
 * visible one that looks like a list (with headers or several columns, and a row below), one of people
 * before others. Else the first with two rows, else a hidden one.
 */
export async function chooseSheet(
  source: ListSource,
  wanted?: string,
  limit = FIRST_ROWS,
  options: RowsOptions = {},
): Promise<ChosenSheet> {
  if (wanted === ALL_ALIKE) {
    const { sheet } = await chooseSheet(source);
    const alike = joinedName(await alikeSheets(source, sheet));
    return await chooseSheet(source, alike, limit, options);
  }
  if (wanted !== undefined) {
    // A text is its own only sheet, whatever the one was called that was asked for.
    const sheet = source.delimiter === null ? wanted : (source.sheets[0]?.name ?? wanted);
    return { sheet, ...(await firstRows(source, sheet, limit, options)) };
  }
  const visibleFirst = source.sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  let spare: ChosenSheet | undefined;
  let spareRows = 0;
  let passedOver: string | undefined;
  /** A list, but of something else, as it seems: of countries, of what the columns mean. */
  let other: ChosenSheet | undefined;
  /** One with names, and one thing more that is kept of people. */
  let likely: ChosenSheet | undefined;
  for (const { name, hidden } of visibleFirst.slice(0, MAX_LOOKS)) {
    // A hidden sheet is read only where no visible one holds two rows.
    if (hidden && (spareRows >= 2 || other !== undefined)) break;
    const found = { sheet: name, ...(await firstRows(source, name, limit, options)) };
    if (!found.ended || looksLikeList(found.rows, source.sheets.length)) {
      const chosen = passedOver === undefined ? found : { ...found, passedOver };
      if (!found.ended || source.sheets.length === 1 || showsPeople(found.rows)) return chosen;
      other ??= chosen;
      if (mayShowPeople(found.rows)) likely ??= chosen;
    }
    const used = found.rows.filter((row) => !isBlank(row)).length;
    if (used > 0 && !hidden) passedOver ??= name;
    if (spare === undefined || (used >= 2 && spareRows < 2) || (used > 0 && spareRows === 0)) {
      spare = found;
      spareRows = used;
    }
  }
  if (likely !== undefined) return likely;
  if (other !== undefined) return other;
  if (spare === undefined) throw new AppError("file-no-sheets");
  return spare;
}

/** Where there are other sheets, one of a single column of text is a note: "Read me". */
function looksLikeList(rows: readonly SourceRow[], sheets: number): boolean {
  const used = rows.filter((row) => !isBlank(row));
  if (used.length < 2) return false;
  if (sheets === 1) return true;
  const header = used.find(({ number }) => number === proposeHeaderRow(used));
  const cells = header?.cells.filter((cell) => !isBlankCell(cell)) ?? [];
  const named = cells.filter((cell) => cell.length <= MAX_HEADER && holdsHeaderWord(cell)).length;
  const below = used.filter(({ number }) => number > (header?.number ?? 0));
  if (below.length === 0) return false;
  // A heading of one word; a sentence may hold such words too.
  if (cells.length === 1) return named === 1 && (cells[0] ?? "").trim().split(/\s+/u).length <= 3;
  if (named * 2 >= cells.length) return true;
  const wide = used.filter((row) => row.cells.filter((cell) => !isBlankCell(cell)).length >= 2);
  return cells.length >= 3 && wide.length * 2 >= used.length;
}

/** Whether its headers, or the addresses in its rows, may be those of people. */
function showsPeople(rows: readonly SourceRow[]): boolean {
  const used = rows.filter((row) => !isBlank(row));
  const cells = used.find(({ number }) => number === proposeHeaderRow(used))?.cells ?? [];
  // Headers of which no word is known may be those of people, who have names: words in more than a column.
  if (ideasOfPeople(cells) >= 2) return true;
  if (!cells.some(holdsHeaderWord) && columnsOfWords(used) >= 2) return true;
  return (
    used.filter(({ cells }) => cells.some((cell) => cell.includes("@"))).length * 2 >= used.length
  );
}

function mayShowPeople(rows: readonly SourceRow[]): boolean {
  const cells = rows.find(({ number }) => number === proposeHeaderRow(rows))?.cells ?? [];
  return ideasOfPeople(cells) === 1 && cells.some(namesSomebody);
}

/** Columns in which most rows hold letters. */
function columnsOfWords(rows: readonly SourceRow[]): number {
  const [, ...below] = rows;
  const width = Math.max(0, ...below.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, at) => at).filter(
    (at) => below.filter(({ cells }) => /\p{L}/u.test(cells[at] ?? "")).length * 2 > below.length,
  ).length;
}

async function firstRows(
  source: ListSource,
  sheet: string,
  limit: number,
  options: RowsOptions,
): Promise<FirstRows> {
  if (source.firstRows !== undefined) return await source.firstRows(sheet, limit, options);
  const rows: SourceRow[] = [];
  let characters = 0;
  for await (const chunk of source.rows(sheet, options)) {
    rows.push(...chunk);
    for (const { cells } of chunk) characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (rows.length > limit || characters > MAX_CHARACTERS) {
      return { rows: rows.slice(0, limit), ended: false };
    }
  }
  return { rows, ended: true };
}
