import type { FieldName } from "../../../preload/fields.ts";
import { refuseRows } from "./rows.ts";

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * "The 'custom_date' must be in YYYY-MM-DD format." Empty is no date and allowed.
 * @throws Refusal naming the rows
 */
export function checkDates(
  fields: readonly FieldName[],
  rows: readonly (readonly string[])[],
): void {
  const index = fields.indexOf("custom_date");
  if (index < 0) return;
  refuseRows(rows, (row) =>
    isDateOrEmpty(row[index] ?? "") ? undefined : "has a custom_date that is not YYYY-MM-DD",
  );
}

function isDateOrEmpty(text: string): boolean {
  if (text === "") return true;
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // The Date rolls 31 February over to March: only what comes back unchanged exists.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
