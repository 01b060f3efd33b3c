/** Something to be written to a file for people: texts, so that nothing is reinterpreted. */
export interface Table {
  /** At most 31 characters, none of `\\ / ? * [ ] :`. */
  readonly sheetName: string;
  readonly header: readonly string[];
  /** Rows in chunks; one chunk is in memory at a time. */
  readonly rows: Iterable<readonly (readonly Cell[])[]>;
  /** What the reader of the file must know; a sheet of its own where the format has sheets. */
  readonly notes: readonly string[];
}

/** A text, or a number whose decimal point a text file writes as its reader's program does. */
export type Cell = string | { readonly number: string };

export function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.number;
}

export type { TableFormat } from "../../../preload/choices.ts";
