import type { Day } from "./calendar.ts";
import { monthNamed } from "./months.ts";
import { isWeekday } from "./weekdays.ts";

export interface NamedDay {
  readonly day: Day;
  readonly yearDigits: number;
}

const FILLERS = new Set(
  "de del of the den der di do feira le el il am dia día on er г г. года r roku d. р р. року".split(
    " ",
  ),
);
/** `1st`, `1er`, `1º`: the day's number, its raised letter as a plain one. */
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|ro|o|a|°)$/i;
/** `'85`, and `1985г.` or `1985r.` where the word for year stands beside it. */
const YEAR = /^(?:['’](\d\d)|(\d{4})[rг])$/iu;
/** `d'abril`, `l'8`. */
const ELIDED = /^[dl]['’](?=[\p{L}\d])/iu;
/** `03SEP1980`, as programs for statistics write it. */
const JOINED = /^(\d{1,2})(\p{L}{3})(\d{4}|\d{2})$/u;
/** `21 XII 1990`, as people write in Polish, Czech and Hungarian. */
const ROMAN = "I II III IV V VI VII VIII IX X XI XII".split(" ");
/** Whether a text may name its month. */
const MAY_BE_NAMED = /\p{L}{3}|(?<!\p{L})[IVX]{1,4}(?!\p{L})/u;

/** A day whose month is a word; "no-year" where the year is missing, null where it is none. */
export function namedDay(value: string): NamedDay | "no-year" | null {
  if (!MAY_BE_NAMED.test(value)) return null;
  const words = wordsOf(value);
  if (words.length === 4 && isWeekday(words[0] ?? "")) words.shift();
  if (words.length === 4 && isWeekday(words[3] ?? "")) words.pop();
  const [a = "", b = "", c = ""] = words;
  const isNumber = (word: string) => /^(?:\d{1,2}|\d{4})$/.test(word);
  // "March 1985" lacks the day, which no year is.
  const isDay = (word: string) => word.length <= 2 && isNumber(word);
  if (words.length === 2 && ((isDay(a) && monthNamed(b)) || (monthNamed(a) && isDay(b)))) {
    return "no-year";
  }
  if (words.length !== 3 || !isNumber(c)) return null;
  const roman = ROMAN.indexOf(b) + 1;
  const middle = roman > 0 ? roman : monthNamed(b);
  if (middle !== null && isNumber(a)) {
    return a.length === 4 ? named(c, middle, a) : named(a, middle, c);
  }
  const leading = monthNamed(a);
  return leading !== null && isNumber(b) ? named(b, leading, c) : null;
}

function wordsOf(value: string): string[] {
  const [, ...joined] = JOINED.exec(value) ?? [];
  if (joined.length > 0) return joined;
  return value
    .normalize("NFKC")
    .split(/[\s.,\-/]+/)
    .map((word) => word.replace(ELIDED, "").replace(ORDINAL, "$1").replace(YEAR, "$1$2"))
    .filter((word) => word !== "" && !FILLERS.has(word.toLowerCase()));
}

function named(day: string, month: number, year: string): NamedDay | null {
  if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return null;
  return { day: { year: Number(year), month, day: Number(day) }, yearDigits: year.length };
}
