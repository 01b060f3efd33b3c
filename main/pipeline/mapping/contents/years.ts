import type { DateShape } from "../dates/shape.ts";
import { createFoundRows, type FoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

/** Headers of birthdays, less what stands before and behind. */
export const BIRTH =
  /birth|\bdob\b|\bbday\b|geburt|\bgeb\b|nacim|cumple|naiss|nascim|anivers|anniv|nascita|complean|verjaar|geboort/i;
/** Years that spreadsheet programs and others fill in where none was written. */
const FIRST_YEARS: ReadonlySet<number> = new Set([1900, 1904]);
const RECENT = 1;
const ENOUGH = 3;

/** Days without a year. `isMapped`: else the column goes nowhere, and that is all there is to say. */
export function watchMissingYears(column: string, isMapped: boolean): ColumnWatch {
  const found = createFoundRows();
  let filled = 0;
  return {
    add({ shape, row }) {
      filled += 1;
      if (shape.kind === "no-year") found.add(row);
      return true;
    },
    findings() {
      if (found.count === 0 || found.count * 2 < filled) return [];
      const code = isMapped ? "dates-without-year" : "dates-without-year-unmapped";
      const params = { count: found.count, row: found.rows[0] ?? 0, column };
      return [{ code, params, rows: found.rows, column }];
    },
  };
}

/** `14/07/27`, `14-Jul-27`: the century is a guess. */
export function watchShortYears(column: string): ColumnWatch {
  const found = createFoundRows();
  return {
    add({ shape, row }) {
      if ((shape.kind === "numeric" || shape.kind === "named") && shape.yearDigits === 2) {
        found.add(row);
      }
      return true;
    },
    findings() {
      if (found.count === 0) return [];
      const year = new Date().getFullYear();
      const params = { count: found.count, column, year, from: year - 99 };
      return [{ code: "date-two-digit-years", params, rows: found.rows, column }];
    },
  };
}

/** Birthdays that all lie in this year or in a program's first: days typed without one. */
export function watchOneYear(column: string): ColumnWatch | null {
  if (!BIRTH.test(column)) return null;
  const days = new Set<string>();
  let year: number | null = null;
  let isOrdinary = false;
  return {
    add({ value, shape }) {
      if (shape.kind !== "year-first" && shape.kind !== "numeric") return true;
      const found = shape.kind === "numeric" ? shape.year : shape.day.year;
      year ??= found;
      isOrdinary = found !== year;
      if (days.size < ENOUGH) days.add(value);
      return !isOrdinary;
    },
    findings() {
      if (isOrdinary || year === null || days.size < ENOUGH) return [];
      const isRecent = year >= new Date().getFullYear() - RECENT;
      if (!isRecent && !FIRST_YEARS.has(year)) return [];
      return [{ code: "dates-in-one-year", params: { column, year: String(year) }, column }];
    },
  };
}

/** So many rows, and so much of all, have no birthday in common by chance. */
const LEAST_SAME = 3;
const SHARE_SAME = 0.1;

/** One first of January in many rows: what programs write where no birthday is known. */
export function watchFilledIn(column: string): ColumnWatch | null {
  if (!BIRTH.test(column)) return null;
  const found = new Map<string, FoundRows>();
  let filled = 0;
  return {
    add({ value, shape, row }) {
      filled += 1;
      if (!isNewYear(shape)) return true;
      const day = value.slice(0, LONGEST_DAY);
      const rows = found.get(day) ?? createFoundRows();
      found.set(day, rows);
      rows.add(row);
      return true;
    },
    findings: () =>
      [...found].flatMap(([date, { count, rows }]) =>
        count < LEAST_SAME || count < filled * SHARE_SAME
          ? []
          : [{ code: "dates-filled-in", params: { date, column }, rows, column }],
      ),
  };
}

/** A date without its time; more ways to write one are no matter. */
const LONGEST_DAY = 10;

/** Of 1900 every row tells that it is unusual. */
function isNewYear(shape: DateShape): boolean {
  if (shape.kind === "numeric")
    return shape.first === 1 && shape.second === 1 && shape.year !== 1900;
  if (shape.kind !== "year-first") return false;
  const { year, month, day } = shape.day;
  return month === 1 && day === 1 && year !== 1900;
}
