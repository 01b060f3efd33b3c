import type { ImportOptions, ListColumn, Mapping } from "../../../../preload/types.ts";

/** How the list was checked. */
export interface CheckedWith {
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly columns: readonly ListColumn[];
}
