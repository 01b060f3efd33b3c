import { isIsoShape } from "../plain-text.ts";
import type { Day } from "./calendar.ts";
import { namedDay } from "./named.ts";

/** How a text date is written, before anything is decided about its meaning. */
export type DateShape =
  | { readonly kind: "blank" }
  /** Four-digit year first: only one reading. `dashed` is ISO's own separator. */
  | { readonly kind: "year-first"; readonly day: Day; readonly dashed: boolean }
  /** The month as a word: only one reading. */
  | { readonly kind: "named"; readonly day: Day; readonly yearDigits: number }
  /** Two numbers and a year: day and month in an order the text does not tell. */
  | {
      readonly kind: "numeric";
      readonly first: number;
      readonly second: number;
      readonly year: number;
      readonly yearDigits: number;
    }
  /** Eight digits, or seven that lost the zero in front as numbers do. */
  | { readonly kind: "compact"; readonly digits: string }
  /** All zeros, as some programs write "no date". */
  | { readonly kind: "zero" }
  /** Day and month only. */
  | { readonly kind: "no-year" }
  /** The day number by which spreadsheet programs store dates. */
  | { readonly kind: "serial" }
  | { readonly kind: "other" };

/** Longer texts are no dates. */
const MAX_LENGTH = 100;
const TIME =
  /[T\s,](?:(?:à|às|at|um|om|alle|kl\.?)\s)?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:Uhr|uur))?(?:\s*(?:Z|UTC|(?:GMT)?[+-]\d{2}(?::?\d{2})?|GMT)(?:\s*\([^()]*\))?)?$/i;
/** `1985-03-14Z`: a zone behind a day alone. `12.00.00.000 AM`, as a database writes times. */
const ZONE = /(?<=^\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/;
const DOTTED_TIME = /\s\d{1,2}\.\d{2}\.\d{2}(?:\.\d+)?\s?[AP]M$/i;
/** `Thu Mar 14 00:00:00 CET 1985`: a time before the year. */
const TIME_BEFORE_YEAR = /(?<=^\p{L}{3} \p{L}{3} \d\d) \d\d:\d\d:\d\d(?: [A-Z]{3,5})?(?= \d{4}$)/u;
/** A day in digits alone. */
const LONGEST_DAY = 10;
/** What stands between a date and its time. */
const BEFORE_TIME = /^[T\s,]$/i;
const ZERO = /^0{1,4}[/.\-\s]?0{1,2}[/.\-\s]?0{1,4}$/;
const YEAR_FIRST = /^(\d{4})([/.\-\s])\s*(\d{1,2})\2\s*(\d{1,2})\.?$/;
const NUMERIC = /^(\d{1,2})([/.\-\s])\s*(\d{1,2})\2\s*(\d{4}|\d{2})\.?$/;
/** `昭和60年3月14日`, `S60.3.14`, and the first year as `令和元年5月1日`. */
const JAPANESE_DAY =
  /^(明治|大正|昭和|平成|令和|[MTSHR])\s*(\d{1,2}|元)(?:\s*年\s*|[./])(\d{1,2})(?:\s*月\s*|[./])(\d{1,2})\s?日?(?:\s?[(（]\p{L}{1,3}[)）])?$/u;
/** The years before the first of each, by its sign or letter. */
const BEFORE_ERA: Readonly<Record<string, number>> = {
  ...{ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 },
  ...{ M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 },
};
/** `1990年5月17日`, `1990년 5월 17일`; without a year too. */
const EASTERN_DAY =
  /^(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s?[日일]?(?:\s?[(（]\p{L}{1,3}[)）])?$/u;
const COMPACT = /^\d{7,8}$/;
/** `03-14`, `14.3.`, and as address books write it: `--05-17`, `--0517`. */
const NO_YEAR = /^(?:-{0,2}\d{1,2}[/.-]\s*\d{1,2}[/.]?|--\d{4})$/;
/** As tills write the year of a birthday that they do not know: `0000-05-17`. */
const NO_YEAR_DIGITS = "0000";
/** 1918 to 2064, where birthdays and visits lie; shorter numbers are no dates. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** Reads one text; a time of day behind the date is dropped, its zone never applied. */
export function dateShape(text: string): DateShape {
  if (isIsoShape(text)) {
    const day = dayOfIso(text);
    if (day.day > 0 && day.year > 0) return { kind: "year-first", day, dashed: true };
  }
  if (text.length > MAX_LENGTH && text.trim().length > MAX_LENGTH) return { kind: "other" };
  const value = withoutTime(text.trim());
  if (value === "") return { kind: "blank" };
  if (ZERO.test(value)) return { kind: "zero" };
  const yearFirst = YEAR_FIRST.exec(value);
  if (yearFirst !== null) {
    if (yearFirst[1] === NO_YEAR_DIGITS) return { kind: "no-year" };
    const day = { year: num(yearFirst[1]), month: num(yearFirst[3]), day: num(yearFirst[4]) };
    return { kind: "year-first", day, dashed: yearFirst[2] === "-" };
  }
  const numeric = NUMERIC.exec(value);
  if (numeric !== null) {
    if (numeric[4] === NO_YEAR_DIGITS) return { kind: "no-year" };
    return {
      kind: "numeric",
      first: num(numeric[1]),
      second: num(numeric[3]),
      year: num(numeric[4]),
      yearDigits: (numeric[4] ?? "").length,
    };
  }
  const japanese = JAPANESE_DAY.exec(value);
  if (japanese !== null) {
    const [, era = "", year, month, day] = japanese;
    const inEra = year === "元" ? 1 : num(year);
    const full = (BEFORE_ERA[era] ?? 0) + inEra;
    return {
      kind: "year-first",
      day: { year: full, month: num(month), day: num(day) },
      dashed: false,
    };
  }
  const eastern = EASTERN_DAY.exec(value);
  if (eastern !== null) {
    if (eastern[1] === undefined) return { kind: "no-year" };
    const day = { year: num(eastern[1]), month: num(eastern[2]), day: num(eastern[3]) };
    return { kind: "year-first", day, dashed: false };
  }
  if (COMPACT.test(value)) return { kind: "compact", digits: value };
  if (SERIAL.test(value)) return { kind: "serial" };
  if (NO_YEAR.test(value)) return { kind: "no-year" };
  const named = namedDay(value);
  if (named === "no-year") return { kind: "no-year" };
  return named === null ? { kind: "other" } : { kind: "named", ...named };
}

/** The day that a text of ISO's shape names, which most lists hold. */
export function dayOfIso(text: string): Day {
  const digit = (at: number) => text.charCodeAt(at) - 48;
  return {
    year: digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    month: digit(5) * 10 + digit(6),
    day: digit(8) * 10 + digit(9),
  };
}

function withoutTime(text: string): string {
  let end = TIME.exec(text)?.index;
  if (end === undefined) {
    if (text.length <= LONGEST_DAY) return text;
    return text.replace(ZONE, "").replace(DOTTED_TIME, "").replace(TIME_BEFORE_YEAR, "");
  }
  while (end > 0 && BEFORE_TIME.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

function num(digits: string | undefined): number {
  return Number(digits);
}
