import type { SourceNotice } from "../../sources/source.ts";
import { dayIn, likelyZones, momentOf } from "../dates/zones.ts";
import { createFoundRows } from "./found-rows.ts";
import type { ColumnWatch } from "./watch.ts";

/** A time in UTC says so itself; without a zone more of them have to agree. */
const ENOUGH = 2;
const ENOUGH_WITHOUT_ZONE = 3;
const NOON = 12;
const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;

/**
 * A program that writes the beginning of a day in UTC writes the day before it, wherever clocks are
 * ahead of UTC. It is proven where every value is the beginning of a day in one and the same zone.
 */
export function watchUtc(column: string, zone: string | undefined): ColumnWatch {
  const late = createFoundRows();
  const days = new Set<number>();
  // Asked for with the first moment: the system's knowledge of zones takes a while to load.
  let zones: readonly string[] | null = null;
  let count = 0;
  let saysUtc = true;
  let isOrdinary = false;

  return {
    add({ value, row }) {
      const moment = momentOf(value);
      if (moment === null) {
        isOrdinary = true;
        return false;
      }
      const { instant } = moment;
      count += 1;
      saysUtc &&= moment.saysUtc;
      const hour = Math.floor(instant / HOUR_MS) % DAY_HOURS;
      if ((hour + DAY_HOURS) % DAY_HOURS >= NOON) late.add(row);
      if (days.size < 2) days.add(instant);
      if (zone !== undefined) return true;
      zones = (zones ?? likelyZones()).filter((each) => dayIn(each, instant).isMidnight);
      isOrdinary = zones.length === 0;
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
      const [likely] = zones ?? [];
      const enough = saysUtc ? ENOUGH : ENOUGH_WITHOUT_ZONE;
      if (isOrdinary || likely === undefined || late.count === 0) return [];
      if (count < enough || days.size < 2) return [];
      const remedy = { dateZone: likely };
      return [{ code: "dates-in-utc", params: { ...params, zone: likely }, ...about, remedy }];
    },
  };
}
