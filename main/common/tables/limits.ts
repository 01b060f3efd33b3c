/**
 * What a sheet and a cell can hold in every current spreadsheet program (ECMA-376; OpenDocument
 * programs have the same or less). Nothing is read beyond it: files that make more of some
 * kilobytes were made to fill the memory.
 */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
/** Characters (UTF-16 units) of a cell. */
export const MAX_CELL = 32_767;
/** No workbook of lists has as many. */
export const MAX_SHEETS = 5_000;
/** A sheet of a million rows and a hundred columns is about 6 GiB of XML. */
export const MAX_SHEET_BYTES = 16 * 1024 * 1024 * 1024;
/** Spreadsheet programs hold 255; a longer format says nothing about a list. */
export const MAX_FORMAT = 1_000;

/** A cell's text as far as it can be one; the rest is left out, which `too-long` then says. */
export function cutCell(text: string): string {
  return text.length > MAX_CELL ? text.slice(0, MAX_CELL) : text;
}
