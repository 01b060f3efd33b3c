import type { FileReading } from "../../../preload/types.ts";

/** How the columns of one list differ from those of another, by their headers. */
export interface HeaderChange {
  readonly added: readonly string[];
  readonly gone: readonly string[];
}

export function headerChange(before: FileReading, after: FileReading): HeaderChange {
  return { added: missingIn(before, after), gone: missingIn(after, before) };
}

/** The headers of the second list that are missing in the first. */
function missingIn(other: FileReading, { columns }: FileReading): readonly string[] {
  const there = new Set(other.columns.map(({ header }) => header));
  return columns.flatMap(({ header }) => (there.has(header) ? [] : [header]));
}
