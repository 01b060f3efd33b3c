import { isBlank } from "../data-rows.ts";
import { holdsHeaderWord, ideasOfPeople, isValueLike } from "../headers/header-row.ts";
import type { SourceNotice, SourceRow } from "../source.ts";

const LOOK_ROWS = 60;
const MOST = 0.6;
/** A list of customers has so many headers, and tells so much of what is kept of people alone. */
const HEADERS = 3;
const IDEAS = 2;

/**
 * Whether the headers stand below each other in the first column, with the customers in the other
 * columns or one below the other: `Card Number | 7000001`, `Name: Ann Lake`.
 */
export function fieldsInRows(
  rows: readonly SourceRow[],
  headerRow: number,
): readonly SourceNotice[] {
  const used = rows.filter((row) => !isBlank(row)).slice(0, LOOK_ROWS);
  const fields = used.flatMap((row) => {
    const label = labelOf(row);
    return label !== null && holdsHeaderWord(label) ? [label] : [];
  });
  if (fields.length < used.length * MOST || new Set(fields).size < HEADERS) return [];
  if (ideasOfPeople(fields) < IDEAS) return [];
  const headers = rows.find(({ number }) => number === headerRow)?.cells ?? [];
  if (headers.filter(holdsHeaderWord).length > 1) return [];
  return [{ code: "fields-in-rows", params: {} }];
}

/** What a row begins with, where something else stands behind it. */
function labelOf({ cells }: SourceRow): string | null {
  const [first = "", ...others] = cells.filter((cell) => cell.trim() !== "");
  const end = first.indexOf(":");
  const label = end < 0 ? first : first.slice(0, end);
  const hasValue = others.length > 0 || (end > 0 && first.slice(end + 1).trim() !== "");
  return hasValue && !isValueLike(label) ? label : null;
}
