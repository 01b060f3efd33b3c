import { rowName } from "../../../preload/lists/list-row.ts";
import { MAX_FINDING_ROWS } from "../sources/finding.ts";
import type { SourceNotice } from "../sources/source.ts";
import type { RepeatField } from "./repeat-fields.ts";
import type { Repeat } from "./repeats.ts";

/** Rows that have something of an earlier row and are sent all the same. */
export interface ShareTally {
  add(row: number, shares: readonly Repeat[]): void;
  findings(): readonly SourceNotice[];
}

const FINDINGS: Readonly<Partial<Record<RepeatField, string>>> = {
  email: "emails-repeated",
  phone: "phones-repeated",
};

/**
 * Counts them over the whole list, and does not warn on the rows: families share a phone, and a
 * couple an address, so that nothing has to be wrong with any of them.
 */
export function createShareTally(sheet: string): ShareTally {
  const found = new Map<
    string,
    { count: number; readonly first: number; readonly rows: number[] }
  >();
  return {
    add(row, shares) {
      for (const { field, seen } of shares) {
        const code = FINDINGS[field];
        if (code === undefined) continue;
        const kind = found.get(code) ?? { count: 0, first: seen.row, rows: [] };
        found.set(code, kind);
        kind.count += 1;
        if (kind.rows.length < MAX_FINDING_ROWS) kind.rows.push(row);
      }
    },
    findings: () =>
      [...found].map(([code, { count, first, rows }]) => ({
        code,
        params: { count, row: rows[0] ?? 0, first: rowName(first, sheet) },
        rows,
      })),
  };
}
