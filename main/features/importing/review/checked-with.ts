import type { ImportOptions, ListColumn, Mapping } from "../../../../preload/types.ts";
import type { StoredDraft } from "../../../records/drafts/draft-store.ts";

/** How the list was checked. */
export interface CheckedWith {
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly columns: readonly ListColumn[];
  /** By which problems name other rows. */
  readonly sheet: string;
}

export function checkedWith({
  mapping,
  options,
  reading,
}: Pick<StoredDraft, "mapping" | "options" | "reading">): CheckedWith {
  return { mapping, options, columns: reading.columns, sheet: reading.sheet };
}
