import type { DateFormat } from "../../../../preload/types.ts";
import { isDay, isoDay } from "./calendar.ts";
import { momentOf } from "./moment.ts";
import { dateShape } from "./shape.ts";
import { dayIn } from "./zones.ts";

/** What a person said of a whole list's dates; plain data. */
export interface DateCorrections {
  /** A program took day and month the wrong way round wherever both orders are a day. */
  readonly swapDates?: boolean;
  /** Times are the beginnings of days in this zone. */
  readonly dateZone?: string;
}

/** Nothing tells the order of day and month of others. */
const ISO = /^\d{4}-/;

/** A date as it was before a program changed it; every other text as it is. */
export function correctDate(
  text: string,
  { swapDates, dateZone }: DateCorrections,
  format?: DateFormat,
): string {
  if (dateZone !== undefined) {
    const moment = momentOf(text, format);
    if (moment !== null) return dayIn(dateZone, moment.instant).iso;
  }
  return swapDates === true ? swapped(text) : text;
}

/** The same of a field that may hold other texts and times: of times only those that begin a day. */
export function correctDateText(text: string, { swapDates, dateZone }: DateCorrections): string {
  const moment = dateZone === undefined || !ISO.test(text) ? null : momentOf(text);
  if (moment !== null && dateZone !== undefined) {
    const { iso, isMidnight } = dayIn(dateZone, moment.instant);
    return isMidnight ? iso : text;
  }
  return swapDates === true ? swapped(text) : text;
}

/** Only what a program has turned into a date has its year in front. */
function swapped(text: string): string {
  const shape = dateShape(text);
  if (shape.kind !== "year-first") return text;
  const { year, month, day } = shape.day;
  const other = { year, month: day, day: month };
  return isDay(other) ? isoDay(other) : text;
}
