import { AppError } from "../../common/errors.ts";
import { isBlank } from "./data-rows.ts";
import type { FirstRows, ListSource, SourceRow } from "./source.ts";

/** Rows of the first look, the header row among them. */
export const FIRST_ROWS = 100;
/** More sheets are not looked at for the one that holds the list. */
const MAX_LOOKS = 50;
/** Characters of the first look; a list whose lines are that long shows itself in fewer of them. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

export interface ChosenSheet extends FirstRows {
  readonly sheet: string;
}

/** The sheet asked for, else the first visible one with a header and a row, else a hidden one. */
export async function chooseSheet(
  source: ListSource,
  wanted?: string,
  limit = FIRST_ROWS,
): Promise<ChosenSheet> {
  if (wanted !== undefined) return { sheet: wanted, ...(await firstRows(source, wanted, limit)) };
  const visibleFirst = source.sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  let spare: ChosenSheet | undefined;
  for (const { name } of visibleFirst.slice(0, MAX_LOOKS)) {
    const found = { sheet: name, ...(await firstRows(source, name, limit)) };
    const used = found.rows.filter((row) => !isBlank(row)).length;
    if (used >= 2 || !found.ended) return found;
    if (spare === undefined || (used > 0 && spare.rows.length === 0)) spare = found;
  }
  if (spare === undefined) throw new AppError("file-no-sheets");
  return spare;
}

async function firstRows(source: ListSource, sheet: string, limit: number): Promise<FirstRows> {
  if (source.firstRows !== undefined) return await source.firstRows(sheet, limit);
  const rows: SourceRow[] = [];
  let characters = 0;
  for await (const chunk of source.rows(sheet)) {
    rows.push(...chunk);
    for (const { cells } of chunk) characters += cells.reduce((sum, cell) => sum + cell.length, 0);
    if (rows.length > limit || characters > MAX_CHARACTERS) {
      return { rows: rows.slice(0, limit), ended: false };
    }
  }
  return { rows, ended: true };
}
