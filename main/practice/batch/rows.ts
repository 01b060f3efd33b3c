import { Refusal } from "../refusal.ts";

export const DELIMITERS = { pipe: "|", comma: ",", tab: "\t" } as const;
export type RequestDelimiter = keyof typeof DELIMITERS;

/** Row errors that one reply tells at most. */
const MAX_MESSAGES = 20;

/**
 * Splits the data into rows of values, taken as they are: the format knows no quoting and nothing
 * is trimmed. Lines end at \n, \r\n or \r; blank lines are passed over.
 * @throws Refusal naming the rows (from 1, blank lines not counted) that have too few or too many
 * fields, or where there is no row at all.
 */
export function splitRows(
  data: string,
  delimiter: string,
  fieldCount: number,
): readonly (readonly string[])[] {
  const rows = data
    .split(/\r\n|\n|\r/)
    .filter((line) => !isBlank(line, delimiter, fieldCount))
    .map((line) => line.split(delimiter));
  if (rows.length === 0) throw new Refusal("No data to import");
  refuseRows(rows, (row) =>
    row.length === fieldCount ? undefined : `has ${row.length} fields, ${fieldCount} expected`,
  );
  return rows;
}

/** Tabs are blanks too, yet a line of them may be a row of empty values. */
function isBlank(line: string, delimiter: string, fieldCount: number): boolean {
  if (line === "") return true;
  return fieldCount > 1 && !line.includes(delimiter) && line.trim() === "";
}

/** @throws Refusal with the complaints about all rows, numbered from 1, at most MAX_MESSAGES. */
export function refuseRows<R>(rows: readonly R[], complaint: (row: R) => string | undefined): void {
  const messages: string[] = [];
  for (const [index, row] of rows.entries()) {
    const text = complaint(row);
    if (text !== undefined) messages.push(`Row ${index + 1} ${text}`);
    if (messages.length === MAX_MESSAGES) break;
  }
  if (messages.length > 0) throw new Refusal(...messages);
}
