import { countDigits } from "../../../common/letters.ts";
import { createFoundRows, type FoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

const SHORTEST = 2;
const LONGEST = 20;
const ZERO = 48;
/** Numbers with a zero in front that show a column to be padded. */
const ENOUGH = 2;

function isDigits(value: string): boolean {
  const { length } = value;
  return length >= SHORTEST && length <= LONGEST && countDigits(value) === length;
}

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
  /** By their length. */
  const lengths: OfLength[] = [];
  let isOrdinary = false;
  return {
    add({ value, row }) {
      if (!isDigits(value)) {
        isOrdinary = true;
        return false;
      }
      const { length } = value;
      while (lengths.length <= length) lengths.push({ padded: 0, bare: createFoundRows() });
      const found = lengths[length] as OfLength;
      if (value.charCodeAt(0) === ZERO) found.padded += 1;
      else found.bare.add(row);
      return true;
    },
    findings() {
      if (isOrdinary) return [];
      const length = lengths.length - 1;
      const { padded = 0, bare } = lengths[length] ?? {};
      const shorter = lengths.slice(0, -1);
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
