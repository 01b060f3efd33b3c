import { isDay } from "./calendar.ts";
import { monthNamed } from "./months.ts";

/** Also `04. Mrz` and `04/mar`, as programs in German and Portuguese show it. */
const SHORT = /^(?:(\d{1,2})(?:[-. /]|\. )(\p{L}{3,5})\.?|(\p{L}{3,5})\.?[-. /](\d{2}))$/u;
const EASTERN = /^\d{1,2}[月월] ?\d{1,2}[日일]$/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00:00)?$/;

const NUMERIC = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;

/** Whether a text is a day with its year, in numbers, in either order. */
export function isWrittenDay(text: string): boolean {
  if (text.length < 8 || text.length > 10) return false;
  const found = NUMERIC.exec(text);
  if (found === null) return false;
  const [one, other, year] = [Number(found[1]), Number(found[3]), Number(found[4])];
  if (year < 1900 || year > 2099) return false;
  return isDay({ year, month: one, day: other }) || isDay({ year, month: other, day: one });
}

/** Whether a text is what spreadsheet programs write in place of 12/3, 3-4 or Jan 85. */
export function looksLikeDate(text: string): boolean {
  if (text.length >= 4 && EASTERN.test(text)) return true;
  if (text.length < 5 || text.length > 19) return false;
  const short = SHORT.exec(text);
  if (short !== null) return monthNamed(short[2] ?? short[3] ?? "") !== null;
  const iso = ISO.exec(text);
  if (iso === null) return false;
  const [year = 0, month = 0, day = 0] = iso.slice(1).map(Number);
  return year >= 1900 && year <= 2099 && isDay({ year, month, day });
}
