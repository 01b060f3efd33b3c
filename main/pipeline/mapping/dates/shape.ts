import { isIsoShape } from "../plain-text.ts";
import type { Day } from "./calendar.ts";
import { monthNamed } from "./months.ts";
import { isWeekday } from "./weekdays.ts";

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
  /[T\s,]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m\.?)?(?:\s*(?:Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/i;
/** What stands between a date and its time. */
const BEFORE_TIME = /^[T\s,]$/i;
const ZERO = /^0{1,4}[/.\-\s]?0{1,2}[/.\-\s]?0{1,4}$/;
const YEAR_FIRST = /^(\d{4})([/.\-\s])\s*(\d{1,2})\2\s*(\d{1,2})\.?$/;
const NUMERIC = /^(\d{1,2})([/.\-\s])\s*(\d{1,2})\2\s*(\d{4}|\d{2})\.?$/;
/** `昭和60年3月14日`, `S60.3.14`, and the first year as `令和元年5月1日`. */
const JAPANESE_DAY =
  /^(明治|大正|昭和|平成|令和|[MTSHR])\s*(\d{1,2}|元)(?:\s*年\s*|[./])(\d{1,2})(?:\s*月\s*|[./])(\d{1,2})\s*日?$/u;
/** The years before the first of each, by its sign or letter. */
const BEFORE_ERA: Readonly<Record<string, number>> = {
  ...{ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 },
  ...{ M: 1867, T: 1911, S: 1925, H: 1988, R: 2018 },
};
/** `1990年5月17日`, `1990년 5월 17일`; without a year too. */
const EASTERN_DAY = /^(?:(\d{4})\s*[年년]\s*)?(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?$/u;
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
  return /\p{L}{3}/u.test(value) ? namedShape(value) : { kind: "other" };
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
  if (end === undefined) return text;
  while (end > 0 && BEFORE_TIME.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

const FILLERS = new Set(
  "de del of the den der di do feira le el il am dia día on г г. roku r d.".split(" "),
);

function namedShape(value: string): DateShape {
  const words = value
    .split(/[\s.,\-/]+/)
    .map((word) => word.replace(/^(\d{1,2})(?:st|nd|rd|th|er|ro|º|°|ª)$/i, "$1"))
    .filter((word) => word !== "" && !FILLERS.has(word.toLowerCase()));
  if (words.length === 4 && isWeekday(words[0] ?? "")) words.shift();
  const [a = "", b = "", c = ""] = words;
  const isNumber = (word: string) => /^(?:\d{1,2}|\d{4})$/.test(word);
  // "March 1985" lacks the day, which no year is.
  const isDay = (word: string) => word.length <= 2 && isNumber(word);
  if (words.length === 2 && ((isDay(a) && monthNamed(b)) || (monthNamed(a) && isDay(b)))) {
    return { kind: "no-year" };
  }
  if (words.length !== 3 || !isNumber(c)) return { kind: "other" };
  const middle = monthNamed(b);
  if (middle !== null && isNumber(a)) {
    return a.length === 4 ? named(c, middle, a) : named(a, middle, c);
  }
  const leading = monthNamed(a);
  return leading !== null && isNumber(b) ? named(b, leading, c) : { kind: "other" };
}

function named(day: string, month: number, year: string): DateShape {
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return { kind: "other" };
  return {
    kind: "named",
    day: { year: num(year), month, day: num(day) },
    yearDigits: year.length,
  };
}

function num(digits: string | undefined): number {
  return Number(digits);
}
