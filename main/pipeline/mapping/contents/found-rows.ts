import { MAX_FINDING_ROWS } from "../../sources/finding.ts";

/** The rows of a finding: all are counted, the first are named. */
export interface FoundRows {
  add(row: number): void;
  readonly count: number;
  readonly rows: readonly number[];
}

export function createFoundRows(): FoundRows {
  const rows: number[] = [];
  let count = 0;
  return {
    add(row) {
      count += 1;
      if (rows.length < MAX_FINDING_ROWS) rows.push(row);
    },
    get count() {
      return count;
    },
    rows,
  };
}
