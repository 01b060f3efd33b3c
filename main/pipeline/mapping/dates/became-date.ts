import { isDay } from "./calendar.ts";
import { monthNamed } from "./months.ts";

const SHORT = /^(?:(\d{1,2})[-. ](\p{L}{3,5})\.?|(\p{L}{3,5})\.?[-. ](\d{2}))$/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00:00)?$/;

/** Whether a text is what spreadsheet programs write in place of 12/3, 3-4 or Jan 85. */
export function looksLikeDate(text: string): boolean {
  if (text.length < 5 || text.length > 19) return false;
  const short = SHORT.exec(text);
  if (short !== null) return monthNamed(short[2] ?? short[3] ?? "") !== null;
  const iso = ISO.exec(text);
  if (iso === null) return false;
  const [year = 0, month = 0, day = 0] = iso.slice(1).map(Number);
  return year >= 1900 && year <= 2099 && isDay({ year, month, day });
}
