import { countDigits } from "../../../common/letters.ts";
import type { SourceNotice } from "../../sources/source.ts";
import { createFoundRows, type FoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

const SHORTEST = 2;
const LONGEST = 20;
const ZERO = 48;
/** Numbers with a zero in front that show a column to be padded. */
const ENOUGH = 2;

/** Numbers of one length: those that a zero was put in front of, and the others. */
interface OfLength {
  padded: number;
  readonly bare: FoundRows;
}

interface LostZeros {
  readonly count: number;
  readonly rows: readonly number[];
  /** How many digits the numbers have that kept their zeros. */
  readonly length: number;
}

/** Numbers of one length, some with zeros in front, and shorter ones without. */
function createPadded() {
  /** By their length. */
  const lengths: OfLength[] = [];
  let isOrdinary = false;
  return {
    /** @returns false where no other value can matter any more */
    add(value: string, row: number, isDigits: boolean): boolean {
      const { length } = value;
      isOrdinary ||= !isDigits || length < SHORTEST || length > LONGEST;
      if (isOrdinary) return false;
      while (lengths.length <= length) lengths.push({ padded: 0, bare: createFoundRows() });
      const found = lengths[length] as OfLength;
      if (value.charCodeAt(0) === ZERO) found.padded += 1;
      else found.bare.add(row);
      return true;
    },
    lost(): LostZeros | null {
      if (isOrdinary) return null;
      const length = lengths.length - 1;
      const { padded = 0, bare } = lengths[length] ?? {};
      const shorter = lengths.slice(0, -1);
      const count = shorter.reduce((sum, each) => sum + each.bare.count, 0);
      const isPadded = shorter.some((each) => each.padded > 0);
      const full = padded + (bare?.count ?? 0);
      if (padded < ENOUGH || isPadded || count === 0 || count > full) return null;
      const rows = shorter.flatMap((each) => each.bare.rows).toSorted((a, b) => a - b);
      return { count, rows, length };
    },
  };
}

function noticeOf(code: string, column: string, { count, rows, length }: LostZeros): SourceNotice {
  return { code, params: { count, row: rows[0] ?? 0, column, length }, rows, column };
}

/**
 * Keys of one length, some with zeros in front, and shorter ones without: a program took those for
 * numbers, and they would become other customers.
 */
export function watchLostZeros(column: string): ColumnWatch {
  const padded = createPadded();
  return {
    add: ({ value, isDigits, row }) => padded.add(value, row, isDigits),
    findings() {
      const lost = padded.lost();
      return lost === null ? [] : [noticeOf("zeros-lost", column, lost)];
    },
  };
}

/** More countries than a list of customers has. */
const MAX_COUNTRIES = 50;
/** The ending of a long postal code: 02134-1234. */
const LONG_END = /-\d{4}$/;

/**
 * The same of postal codes, which have one length in each country that pads them: 2134 among 02134
 * and 10001. `country`: the column that tells it, if any.
 */
export function watchPostalZeros(column: string, country: number | undefined): ColumnWatch {
  const countries = new Map<string, ReturnType<typeof createPadded>>();
  /** Those of the row before: most rows name the same country. */
  let last: string | null = null;
  let padded: ReturnType<typeof createPadded> | undefined;
  return {
    add({ value, isDigits, row, cells }) {
      const cell = country === undefined ? "" : (cells[country] ?? "");
      if (cell !== last) {
        padded = ofCountry(cell.trim().toLowerCase());
        last = cell;
      }
      if (padded === undefined) return true;
      const code = isDigits ? value : value.replace(LONG_END, "");
      const isOpen = padded.add(code, row, isDigits || countDigits(code) === code.length);
      return isOpen || country !== undefined;
    },
    findings() {
      const all = [...countries.values()].flatMap((padded) => padded.lost() ?? []);
      const found = all.filter(({ length }) => length >= SHORTEST_POSTAL);
      return found.map((lost) => noticeOf("postal-zeros-lost", column, lost)).slice(0, 1);
    },
  };

  function ofCountry(name: string): ReturnType<typeof createPadded> | undefined {
    const known = countries.get(name);
    if (known !== undefined || countries.size === MAX_COUNTRIES) return known;
    const made = createPadded();
    countries.set(name, made);
    return made;
  }
}

/** Codes of three digits are counted, not padded. */
const SHORTEST_POSTAL = 4;
