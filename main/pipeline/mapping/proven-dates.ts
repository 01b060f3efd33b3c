import type { DateFormat, FieldMapping, ListColumn, Mapping } from "../../../preload/types.ts";
import { trimOuter } from "./clean.ts";
import { proveDateFormat } from "./dates.ts";
import { applyTransform } from "./transforms.ts";

/**
 * Fills in the date format where it is not chosen yet and the values prove it, or the header names
 * it; ambiguous and
 * mixed columns stay undecided, for the user to choose. Columns whose dates have one reading
 * (true date cells, years in front, months by name) stay open too: they need no format, and a
 * row further down may prove one.
 */
export function withProvenDates(
  mapping: Mapping,
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
): Mapping {
  return mapping.map((entry) => {
    if (entry.field !== "custom_date" || entry.dateFormat !== undefined) return entry;
    const proof = proveDateFormat(headersOf(entry, columns));
    for (const row of rows) {
      const joined = entry.columns.map((column) => trimOuter(row[column] ?? "")).join(" ");
      proof.add(entry.transforms.reduce((text, each) => applyTransform(text, each), joined));
    }
    const verdict = proof.verdict();
    if (verdict.kind !== "proven" || needsNoFormat(verdict.format)) return entry;
    return { ...entry, dateFormat: verdict.format, dateSource: "proven" };
  });
}

/** What stands above a field's columns. */
export function headersOf(entry: FieldMapping, columns: readonly ListColumn[]): string {
  return entry.columns
    .map((column) => columns.find(({ index }) => index === column)?.header ?? "")
    .join(" ");
}

/** Dates so written are read without a format. */
export function needsNoFormat(format: DateFormat): boolean {
  return format === "YYYY-MM-DD" || format === "YYYY/MM/DD";
}

/** Dates that wait for their values to prove, or a person to say, how they are written. */
export function withoutFormat(entry: FieldMapping): FieldMapping {
  const { dateFormat: _, dateSource: __, ...open } = entry;
  return open;
}
