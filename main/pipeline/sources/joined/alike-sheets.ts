import { joinedName, MAX_JOINED_SHEETS } from "../../../../preload/lists/list-row.ts";
import type { ListSource, SourceNotice } from "../source.ts";
import { headerKeys, sheetHeaders } from "./joined-headers.ts";
import { joinedSheets } from "./with-joined-sheets.ts";

/** More sheets are not looked at. */
const MAX_LOOKS = 100;
/** Sheets are alike where of ten headers eight are the same. */
const SAME = 0.75;
const FEWEST_SAME = 2;
/** Rows that may be read on the way to the sheets, where a file is read from its beginning for each. */
const MAX_ROWS_READ = 500_000;

/**
 * The visible sheets, that one among them, whose headers are about the same and which hold rows: a
 * list for each store.
 */
export async function alikeSheets(source: ListSource, sheet: string): Promise<readonly string[]> {
  const visible = source.sheets.filter((one) => !one.hidden && one.name !== sheet);
  if (visible.length === 0) return [sheet];
  const own = new Set(await namesOf(source, sheet));
  if (own.size < FEWEST_SAME) return [sheet];
  const alike = new Set([sheet]);
  let read = 0;
  for (const { name } of visible.slice(0, MAX_LOOKS)) {
    read += source.firstRows === undefined ? rowsBefore(source, name) : 0;
    if (read > MAX_ROWS_READ) break;
    const names = await namesOf(source, name);
    const same = names.filter((each) => own.has(each)).length;
    const most = Math.max(own.size, names.length);
    if (same >= FEWEST_SAME && same >= most * SAME) alike.add(name);
  }
  return source.sheets
    .map(({ name }) => name)
    .filter((name) => alike.has(name))
    .slice(0, MAX_JOINED_SHEETS);
}

function rowsBefore({ sheets }: ListSource, name: string): number {
  const at = sheets.findIndex((each) => each.name === name);
  return sheets.slice(0, at).reduce((sum, { rows }) => sum + (rows ?? 0), 0);
}

/** The names of a sheet's columns; none where nothing stands below them. */
async function namesOf(source: ListSource, sheet: string): Promise<readonly string[]> {
  const { cells, hasRows } = await sheetHeaders(source, sheet);
  return hasRows ? headerKeys(cells).filter((key) => !key.startsWith("#")) : [];
}

/** What is offered of sheets that are alike, and told of those that are read as one. */
export async function sheetNotices(
  source: ListSource,
  sheet: string,
): Promise<readonly SourceNotice[]> {
  const joined = joinedSheets(sheet, source.sheets);
  if (joined !== null) {
    const [first = sheet] = joined;
    const params = { count: joined.length, sheets: joined.join(", "), first };
    return [{ code: "sheets-joined", params, remedy: { sheet: first } }];
  }
  const alike = await alikeSheets(source, sheet);
  if (alike.length < 2) return [];
  const params = { count: alike.length, sheets: alike.join(", "), sheet };
  return [{ code: "sheets-alike", params, remedy: { sheet: joinedName(alike) } }];
}
