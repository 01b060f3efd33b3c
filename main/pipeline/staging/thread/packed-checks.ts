import type { RowProblem } from "../../../common/rows.ts";
import type { CheckedRow } from "./checked-rows.ts";
import { type PackedRows, packRows, unpackRows } from "./packed-rows.ts";

/** Checked rows on their way from thread to thread: few have problems. */
export interface PackedChecks extends PackedRows {
  readonly problems: readonly ProblemsAt[];
}

interface ProblemsAt extends Pick<CheckedRow, "read" | "own"> {
  /** The row's place among the packed. */
  readonly at: number;
}

const NONE: readonly RowProblem[] = [];

export function packChecks(rows: readonly CheckedRow[]): PackedChecks {
  const problems: ProblemsAt[] = [];
  for (const [at, { read, own }] of rows.entries()) {
    if (read.length > 0 || own.length > 0) problems.push({ at, read, own });
  }
  const packed = packRows(
    rows.map(({ mapped: { row, values } }) => ({ number: row, cells: values })),
  );
  return { ...packed, problems };
}

export function unpackChecks(packed: PackedChecks): CheckedRow[] {
  const rows = unpackRows(packed).map(
    ({ number, cells }): CheckedRow => ({
      mapped: { row: number, values: cells },
      read: NONE,
      own: NONE,
    }),
  );
  for (const { at, read, own } of packed.problems) {
    const row = rows[at];
    if (row !== undefined) rows[at] = { ...row, read, own };
  }
  return rows;
}
