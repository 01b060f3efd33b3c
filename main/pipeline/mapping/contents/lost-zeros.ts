import { createFoundRows, type FoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

const DIGITS = /^\d{2,20}$/;
/** Numbers with a zero in front that show a column to be padded. */
const ENOUGH = 2;

/** Numbers of one length: those that a zero was put in front of, and the others. */
interface OfLength {
  padded: number;
  readonly bare: FoundRows;
}

/**
 * Keys of one length, some with zeros in front, and shorter ones without: a program took those for
 * numbers, and they would become other customers.
 */
export function watchLostZeros(column: string): ColumnWatch {
  const lengths = new Map<number, OfLength>();
  let isOrdinary = false;
  return {
    add({ value, row }) {
      if (isOrdinary) return;
      if (!DIGITS.test(value)) {
        isOrdinary = true;
        return;
      }
      const found = lengths.get(value.length) ?? { padded: 0, bare: createFoundRows() };
      lengths.set(value.length, found);
      if (value.startsWith("0")) found.padded += 1;
      else found.bare.add(row);
    },
    findings() {
      if (isOrdinary) return [];
      const length = Math.max(0, ...lengths.keys());
      const { padded = 0, bare } = lengths.get(length) ?? {};
      const shorter = [...lengths].filter(([each]) => each < length).map(([, each]) => each);
      const count = shorter.reduce((sum, each) => sum + each.bare.count, 0);
      const isPadded = shorter.some((each) => each.padded > 0);
      const full = padded + (bare?.count ?? 0);
      if (padded < ENOUGH || isPadded || count === 0 || count > full) return [];
      const rows = shorter.flatMap((each) => each.bare.rows).toSorted((a, b) => a - b);
      const params = { count, row: rows[0] ?? 0, column, length };
      return [{ code: "zeros-lost", params, rows, column }];
    },
  };
}
