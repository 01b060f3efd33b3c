import type { ImportOptions, ListColumn, Mapping } from "../../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../../common/rows.ts";
import { createMapper } from "../../mapping/apply.ts";
import type { SourceRow } from "../../sources/source.ts";
import { createRowRules } from "../../validation/row-rules.ts";

/** All that a row is mapped and checked by as long as it is alone; plain data. */
export interface RowRecipe {
  /** 1-based; rows up to it are left out, and so are blank ones. */
  readonly headerRow: number;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  /** All columns of the list, for the problems' column names. */
  readonly columns: readonly ListColumn[];
}

/** A row as it is before it meets the others. */
export interface CheckedRow {
  readonly mapped: MappedRow;
  /** What its cells showed when they were mapped. */
  readonly read: readonly RowProblem[];
  /** What its values show by themselves. */
  readonly own: readonly RowProblem[];
}

export function createRowCheck({
  mapping,
  options,
  columns,
}: Omit<RowRecipe, "headerRow">): (row: SourceRow) => CheckedRow {
  const map = createMapper(mapping, columns);
  const rules = createRowRules(mapping, options, columns);
  return (row) => {
    const { mapped, problems } = map(row);
    return { mapped, read: problems, own: rules(mapped) };
  };
}
