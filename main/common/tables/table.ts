/** Something to be written to a file for people: texts only, so that nothing is reinterpreted. */
export interface Table {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly sheetName: string;
  readonly header: readonly string[];
  /** Rows in chunks; one chunk is in memory at a time. */
  readonly rows: Iterable<readonly (readonly string[])[]>;
  /** What the reader of the file must know; a sheet of its own where the format has sheets. */
  readonly notes: readonly string[];
}

export type { TableFormat } from "../../../preload/choices.ts";
