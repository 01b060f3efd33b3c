import type { DateFormat } from "../../../../preload/types.ts";
import { isIsoShape } from "../plain-text.ts";
import { type Day, isDay, isoDay } from "./calendar.ts";
import { type DateShape, dateShape, dayOfIso } from "./shape.ts";

/** Why a text is no date; codes of preload/messages/.../problems.json. */
type DateProblem =
  | "date-format-undecided"
  | "date-not-in-format"
  | "date-impossible"
  | "date-other-order"
  | "date-without-year"
  | "date-serial"
  | "date-zero"
  | "date-unreadable";

type DateReading =
  | { readonly kind: "blank" }
  | { readonly kind: "date"; readonly iso: string }
  | { readonly kind: "problem"; readonly code: DateProblem };

/**
 * A text date as `YYYY-MM-DD`, or why not. "Any other format cannot be resolved without further
 * context": two numbers and a year are read only by a `format`. A four-digit year in front and a
 * month's name have one reading and are taken under any format, and without one.
 *
 * Two-digit years stand for the latest year that is not after `thisYear`: in 2026, 26 is 2026
 * and 27 is 1927; without `thisYear` the clock says it. The YY formats take four-digit years too, the YYYY formats no others.
 */
export function convertDate(
  text: string,
  format: DateFormat | undefined,
  thisYear?: number,
): DateReading {
  if (isIsoShape(text) && isDay(dayOfIso(text))) return { kind: "date", iso: text };
  const shape = dateShape(text);
  switch (shape.kind) {
    case "blank":
      return { kind: "blank" };
    case "year-first":
      return real(shape.day);
    case "named":
      return real({ ...shape.day, year: fullYear(shape.day.year, shape.yearDigits, thisYear) });
    case "numeric":
      return numeric(shape, format, thisYear);
    case "compact":
      return compact(shape.digits, format);
    case "zero":
      return problem("date-zero");
    case "no-year":
      return problem("date-without-year");
    case "serial":
      return problem("date-serial");
    case "other":
      return problem("date-unreadable");
  }
}

function numeric(
  shape: DateShape & { readonly kind: "numeric" },
  format: DateFormat | undefined,
  thisYear: number | undefined,
): DateReading {
  const { first, second, yearDigits } = shape;
  const year = fullYear(shape.year, yearDigits, thisYear);
  if (format === undefined) {
    const orders = [
      { year, month: second, day: first },
      { year, month: first, day: second },
    ];
    return undecided(orders.some(isDay));
  }
  switch (format) {
    case "DD/MM/YYYY":
      if (yearDigits !== 4) return problem("date-not-in-format");
      return inOrder({ year, month: second, day: first });
    case "MM/DD/YYYY":
      if (yearDigits !== 4) return problem("date-not-in-format");
      return inOrder({ year, month: first, day: second });
    case "DD/MM/YY":
      return inOrder({ year, month: second, day: first });
    case "MM/DD/YY":
      return inOrder({ year, month: first, day: second });
    case "YYYY-MM-DD":
    case "YYYY/MM/DD":
    case "YYYYMMDD":
    case "DDMMYYYY":
    case "MMDDYYYY":
      return problem("date-not-in-format");
  }
}

/**
 * Eight digits. The year stands at either end: in the middle of 19850314 and of 14031985 stand no
 * two digits that are a month and a century at once.
 */
function compact(digits: string, format: DateFormat | undefined): DateReading {
  const part = (from: number, to: number) => Number(digits.padStart(8, "0").slice(from, to));
  const yearFirst = { year: part(0, 4), month: part(4, 6), day: part(6, 8) };
  const dayFirst = { year: part(4, 8), month: part(2, 4), day: part(0, 2) };
  const monthFirst = { ...dayFirst, month: dayFirst.day, day: dayFirst.month };
  const isLast = dayFirst.year >= 1900 && dayFirst.year <= 2099;
  switch (format) {
    case undefined: {
      const isDayOfSome = isLast && (isDay(dayFirst) || isDay(monthFirst));
      return undecided(isDayOfSome || (digits.length === 8 && isDay(yearFirst)));
    }
    case "YYYYMMDD":
      return digits.length === 8 ? real(yearFirst) : problem("date-not-in-format");
    case "DDMMYYYY":
      return isLast ? inOrder(dayFirst) : problem("date-not-in-format");
    case "MMDDYYYY":
      return isLast ? inOrder(monthFirst) : problem("date-not-in-format");
    default:
      return problem("date-not-in-format");
  }
}

/** Without a format: what is no day under any is a fault of its own, not a question of formats. */
function undecided(isDayOfSome: boolean): DateReading {
  return problem(isDayOfSome ? "date-format-undecided" : "date-impossible");
}

function fullYear(year: number, digits: number, now: number | undefined): number {
  if (digits !== 2) return year;
  const thisYear = now ?? new Date().getFullYear();
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear ? century + year - 100 : century + year;
}

function real(day: Day): DateReading {
  return isDay(day) ? { kind: "date", iso: isoDay(day) } : problem("date-impossible");
}

/** A day that only the other order of day and month has speaks against the format. */
function inOrder({ year, month, day }: Day): DateReading {
  if (month > 12 && isDay({ year, month: day, day: month })) return problem("date-other-order");
  return real({ year, month, day });
}

function problem(code: DateProblem): DateReading {
  return { kind: "problem", code };
}
