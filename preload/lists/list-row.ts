/**
 * Several sheets of a workbook may be read as one list. It goes by their names, one behind the
 * other, with a sign between them that the name of no sheet can hold. The rows of the second sheet
 * count from this number on, those of the third from twice as much: a row's number tells its sheet.
 */
export const ROWS_OF_SHEET = 2 ** 24;
/** As many as keep the numbers below 2 ** 32. */
export const MAX_JOINED_SHEETS = 200;
const BETWEEN = " / ";

export function joinedName(sheets: readonly string[]): string {
  return sheets.join(BETWEEN);
}

/** The sheets that a list is read from; one or more. */
export function sheetsIn(sheet: string): readonly string[] {
  return sheet.split(BETWEEN);
}

export interface RowPlace {
  /** The spreadsheet's own row number, from 1. */
  readonly row: number;
  /** Where the list is read from several sheets: the row's own. */
  readonly sheet?: string;
}

/** @param sheet that the list is read from, as `joinedName` writes several */
export function placeOfRow(row: number, sheet: string): RowPlace {
  const before = Math.floor(row / ROWS_OF_SHEET);
  const sheets = sheetsIn(sheet);
  if (sheets.length === 1 && before === 0) return { row };
  return { row: row % ROWS_OF_SHEET, sheet: sheets[before] ?? String(before + 1) };
}

/** How sentences name a row: 12, or "12 (Airport)" where the list is read from several sheets. */
export function rowName(row: number, sheet: string): number | string {
  const place = placeOfRow(row, sheet);
  return place.sheet === undefined ? place.row : `${place.row} (${place.sheet})`;
}
