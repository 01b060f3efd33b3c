import type { Problem } from "../../preload/types.ts";

/** A row on its way to the platform: one text per mapped field, in the mapping's order. */
export interface MappedRow {
  /** The spreadsheet's own row number, from 1. */
  readonly row: number;
  readonly values: readonly string[];
}

/** A problem before its sentence is looked up. */
export type RowProblem = Omit<Problem, "message">;
