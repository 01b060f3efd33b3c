import type { DateFormat } from "../../../../preload/types.ts";
import type { SourceNotice } from "../../sources/source.ts";
import { momentOf } from "../dates/moment.ts";
import { dayIn, likelyZones } from "../dates/zones.ts";
import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";
import { BIRTH } from "./years.ts";

/** A time in UTC says so itself; without a zone more of them have to agree. */
const ENOUGH = 2;
const ENOUGH_WITHOUT_ZONE = 3;
const MINUTE_MS = 60_000;
const HOUR = 60;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;
const QUARTER = 15;
const LONGEST_DAY = 10;

/**
 * A program that writes the beginning of a day in UTC writes the day before it, wherever clocks are
 * ahead of UTC. It is proven where every value is the beginning of a day in one and the same zone, or
 * where all have one time, or two with an hour between them: many programs put today's summer time
 * into every year.
 * @param format of text dates, where it is known
 */
export function watchUtc(
  column: string,
  zone: string | undefined,
  format?: DateFormat,
): ColumnWatch {
  const late = createFoundRows();
  const days = new Set<number>();
  // Asked for with the first moment: the system's knowledge of zones takes a while to load.
  let zones: readonly string[] | null = null;
  /** Times of day in minutes; of three, one is too many. */
  const times = new Set<number>();
  let count = 0;
  let saysUtc = true;
  let isOrdinary = false;
  /** Birthdays have no time of day: a late one among plain days is no chance. */
  const mayHaveDays = BIRTH.test(column);
  let hasDays = false;

  return {
    add({ value, row }) {
      if (mayHaveDays && value.length <= LONGEST_DAY) {
        hasDays = true;
        return true;
      }
      const moment = momentOf(value, format);
      if (moment === null) {
        isOrdinary = true;
        return false;
      }
      const { instant } = moment;
      count += 1;
      saysUtc &&= moment.saysUtc;
      const time = timeOf(instant);
      if (time >= NOON) late.add(row);
      if (days.size < 2) days.add(instant);
      if (zone !== undefined) return true;
      if (times.size <= 2) times.add(time);
      if (zones?.length !== 0) {
        zones = (zones ?? likelyZones()).filter((each) => dayIn(each, instant).isMidnight);
      }
      isOrdinary = zones.length === 0 && times.size > 2;
      return !isOrdinary;
    },
    findings(): readonly SourceNotice[] {
      const about = { column, ...(late.count === 0 ? {} : { rows: late.rows }) };
      const params = { count: late.count, row: late.rows[0] ?? 0, column };
      if (zone !== undefined) {
        if (count === 0) return [];
        const remedy = { dateZone: null };
        return [{ code: "dates-in-zone", params: { ...params, zone }, ...about, remedy }];
      }
      const likely = zones?.[0] ?? zoneOf(times);
      const enough = saysUtc ? ENOUGH : ENOUGH_WITHOUT_ZONE;
      if (isOrdinary || likely === null || late.count === 0) return [];
      const isProven = count >= enough && days.size >= 2;
      // Beside plain days, all that have a time have to be late in the evening; one may be a slip.
      if (hasDays ? count < 2 || late.count < count : !isProven) return [];
      const remedy = { dateZone: likely };
      return [{ code: "dates-in-utc", params: { ...params, zone: likely }, ...about, remedy }];
    },
  };
}

/** Minutes since midnight; with a fraction where there are seconds. */
function timeOf(instant: number): number {
  const minutes = (instant / MINUTE_MS) % DAY;
  return (minutes + DAY) % DAY;
}

/** The zone without summer time of its own in which one or two times are the first of a day's hours. */
function zoneOf(times: ReadonlySet<number>): string | null {
  const [one = 0, other = one] = times;
  const first = (one + HOUR) % DAY === other || one === other ? one : other;
  const last = first === one ? other : one;
  const isNear = first === last || (first + HOUR) % DAY === last;
  if (times.size > 2 || !isNear || first <= NOON || first % QUARTER !== 0) return null;
  const ahead = DAY - first;
  const pad = (part: number) => String(part).padStart(2, "0");
  return `+${pad(Math.floor(ahead / HOUR))}:${pad(ahead % HOUR)}`;
}
