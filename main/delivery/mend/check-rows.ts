import type { CheckCounts, RowFilter } from "../../../preload/types.ts";
import type { RowProblem } from "../../rows.ts";
import { createChecker } from "../../validation/check.ts";
import { type Mend, mendedValues } from "./mend-store.ts";
import type { MendableBatch } from "./mendable.ts";
import type { Elsewhere } from "./repeats-elsewhere.ts";

/** A row of a batch as it would go now. */
export interface CheckedRow {
  /** Place in the batch, from 0. */
  readonly place: number;
  readonly row: number;
  readonly values: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly leftOut: boolean;
  readonly invalid: boolean;
}

/**
 * The rows with a person's changes, checked by the rules of the review. Rows of one key are told
 * of, whatever the list's rule for them was: it has done its work before.
 * @param elsewhere repeats of other batches
 */
export function checkRows(
  batch: MendableBatch,
  mend: Mend,
  elsewhere: Elsewhere = new Map(),
): readonly CheckedRow[] {
  const options = { ...batch.options, repeatedRows: "keep-all" as const };
  const checker = createChecker(batch.mapping, options, batch.columns);
  return batch.rows.map(({ row, values: before }, place) => {
    const values = mendedValues(mend, place, before);
    const leftOut = mend.leftOut.has(place);
    // A row that stays behind repeats nothing.
    const keys = leftOut ? values.map(() => "") : values;
    const { problems } = checker.check({ row, values: keys }, place);
    const other = elsewhere.get(place);
    const all = other === undefined ? problems : [...problems, { ...other, row }];
    const shown = leftOut ? [] : all;
    const invalid = shown.some(({ severity }) => severity === "error");
    return { place, row, values, problems: shown, leftOut, invalid };
  });
}

export function countRows(rows: readonly CheckedRow[]): CheckCounts {
  const count = (filter: RowFilter) => rows.filter((row) => matches(row, filter)).length;
  const invalid = count("errors");
  const excluded = count("excluded");
  return {
    total: rows.length,
    valid: rows.length - invalid,
    invalid,
    warnings: count("warnings"),
    excluded,
    toSend: rows.length - invalid - excluded,
  };
}

export function matches(row: CheckedRow, filter: RowFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "valid":
      return !row.invalid;
    case "warnings":
      return !row.invalid && row.problems.length > 0;
    case "errors":
      return row.invalid;
    case "excluded":
      return row.leftOut;
  }
}
