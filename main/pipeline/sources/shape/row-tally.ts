import { MAX_FINDING_ROWS } from "../finding.ts";
import type { SourceNotice } from "../source.ts";
import { NO_CUSTOMERS, type OddRow } from "./row-judge.ts";

/** The list finding of each kind of odd row: what holds of them together. */
const FINDINGS: Readonly<Record<OddRow, string>> = {
  "row-is-total": "rows-are-totals",
  "row-is-note": "rows-are-notes",
  "row-is-header": "headers-repeated",
  "row-is-template": "rows-are-template",
  "row-of-other-table": "second-table",
  "row-not-wanted": "rows-not-wanted",
  "row-like-total": "rows-like-totals",
  "row-too-long": "rows-too-long",
  "row-too-short": "rows-too-short",
  "row-lacks-value": "rows-lack-values",
  "row-open-quote": "stray-quotes",
};

export interface RowTally {
  add(code: string, row: number): void;
  findings(): readonly SourceNotice[];
  /** Rows that are left out as none of the list. */
  readonly noCustomers: number;
}

/** Counts the odd rows of a list and names the first of each kind. */
export function createRowTally(): RowTally {
  const found = new Map<OddRow, { count: number; readonly rows: number[] }>();
  let noCustomers = 0;
  return {
    get noCustomers() {
      return noCustomers;
    },
    add(code, row) {
      if (!isOddRow(code)) return;
      if (NO_CUSTOMERS.has(code)) noCustomers += 1;
      const kind = found.get(code) ?? { count: 0, rows: [] };
      found.set(code, kind);
      kind.count += 1;
      if (kind.rows.length < MAX_FINDING_ROWS) kind.rows.push(row);
    },
    findings: () =>
      [...found].map(([code, { count, rows }]) => ({
        code: FINDINGS[code],
        params: { count, row: rows[0] ?? 0 },
        rows,
        ...(code === "row-not-wanted" ? {} : { remedy: { keepRows: true } }),
      })),
  };
}

function isOddRow(code: string): code is OddRow {
  return code in FINDINGS;
}
