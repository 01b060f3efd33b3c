import type { DateFormat, FileReading, Mapping } from "../../../preload/types.ts";
import { proveDateFormat } from "../../pipeline/mapping/dates.ts";

/**
 * Whether only the user can say how the dates are written: the first rows are the whole list, so
 * that reading it will prove no more than they do.
 */
export function datesStayOpen(reading: FileReading, mapping: Mapping): boolean {
  return isWholeList(reading) && firstDates(reading, mapping).kind === "ambiguous";
}

/** Whether the first rows are all that there are. */
export function isWholeList({ sheets, sheet, firstRows }: FileReading): boolean {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? null;
  return rows !== null && rows <= (firstRows.at(-1)?.row ?? 0);
}

/** The formats that read the dates of the first rows: of all that there are, one of these it is. */
export function likelyDateFormats(reading: FileReading, mapping: Mapping): readonly DateFormat[] {
  const verdict = firstDates(reading, mapping);
  switch (verdict.kind) {
    case "ambiguous":
      return verdict.candidates;
    case "proven":
      return [verdict.format];
    case "none":
    case "mixed":
      return [];
  }
}

function firstDates({ firstRows, headerRow }: FileReading, mapping: Mapping) {
  const proof = proveDateFormat();
  for (const { field, columns } of mapping) {
    if (field !== "custom_date") continue;
    for (const { row, cells } of firstRows) {
      if (row > headerRow) for (const index of columns) proof.add(cells[index] ?? "");
    }
  }
  return proof.verdict();
}
