import { createFoundRows } from "./found-rows.ts";
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
