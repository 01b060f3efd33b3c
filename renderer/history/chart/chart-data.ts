import type { ChartBucket, ChartUnit } from "../../../preload/types.ts";
import type { Tone } from "../../kit/state/tone.ts";

export type SeriesKey = "updated" | "created" | "rejected";

/** From the bottom of a bar to its top, each in the tone of its state. */
export const SERIES: readonly { readonly key: SeriesKey; readonly tone: Tone }[] = [
  { key: "updated", tone: "blue" },
  { key: "created", tone: "green" },
  { key: "rejected", tone: "red" },
];

/** The same in the order in which people speak of them: created before updated. */
export const READ: readonly (typeof SERIES)[number][] = ["created", "updated", "rejected"].flatMap(
  (key) => SERIES.filter((one) => one.key === key),
);

export const totalOf = (bucket: ChartBucket) =>
  SERIES.reduce((sum, { key }) => sum + bucket[key], 0);

/** A round number at or above the highest bar, and the lines between it and zero. */
export function scaleOf(highest: number): { readonly top: number; readonly lines: number[] } {
  const rough = Math.max(1, highest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const whole = Math.ceil(step);
  const count = Math.max(1, Math.ceil(highest / whole));
  return {
    top: whole * count,
    lines: Array.from({ length: count + 1 }, (_, index) => index * whole),
  };
}

/** The local midnight at which a bar's time begins. */
export function localDay(start: string): Date {
  return new Date(`${start}T00:00:00`);
}

/** From and until of a bar, in milliseconds; until is no longer part of it. */
export function periodOf(start: string, unit: ChartUnit): readonly [from: number, until: number] {
  const from = localDay(start);
  const until = localDay(start);
  if (unit === "month") until.setMonth(until.getMonth() + 1);
  else until.setDate(until.getDate() + (unit === "week" ? 7 : 1));
  return [from.getTime(), until.getTime()];
}

/** How a bar's time is written: short below the bar, or in full. */
export function periodFormat(locale: string, unit: ChartUnit, width: "short" | "long") {
  const month = width === "short" ? "short" : "long";
  // A year of months begins and ends with the same one.
  const year = width === "short" && unit !== "month" ? {} : ({ year: "numeric" } as const);
  const format = new Intl.DateTimeFormat(
    locale,
    unit === "month" ? { month, ...year } : { day: "numeric", month, ...year },
  );
  return (start: string) => format.format(localDay(start));
}
