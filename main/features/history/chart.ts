import type { CallInput } from "../../../preload/contract.ts";
import type { ChartBucket, ChartUnit, HistoryChart } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import {
  chartSums,
  dayOfFirstImport,
  firstDaySql,
} from "../../records/imports/history/chart-sums.ts";

/** Bars of a chart at most, by what one stands for: a month, half a year, two years. */
const MOST: Readonly<Record<ChartUnit, number>> = { day: 31, week: 26, month: 24 };
/** Fewer bars look like a mistake: days without imports fill up. */
const FEWEST = 14;

/**
 * Imports over time in this computer's time zone, oldest first, without gaps, this day's bar last.
 * Without a unit, the smallest is taken whose bars reach back to the first import.
 */
export function importChart(
  db: Database,
  query: CallInput<"history.chart">,
  now: number = Date.now(),
): HistoryChart {
  const first = dayOfFirstImport(db, query.connectionId, now);
  const unit = query.unit ?? UNITS.find((one) => barsSince(db, first, one, now) <= MOST[one]);
  const chosen = unit ?? "month";
  const bars = barsSince(db, first, chosen, now);
  const starts = startsUntil(db, chosen, Math.min(MOST[chosen], Math.max(FEWEST, bars)), now);
  const since = starts[0] ?? first;
  const found = new Map(
    chartSums(db, chosen, since, query.connectionId).map((one) => [one.start, one]),
  );
  const buckets = starts.map((start) => found.get(start) ?? empty(start));
  return { unit: chosen, buckets, earlier: bars > buckets.length };
}

const UNITS: readonly ChartUnit[] = ["day", "week", "month"];

function barsSince(db: Database, day: string, unit: ChartUnit, now: number): number {
  const from = startOf(db, unit, day);
  let bars = 1;
  for (let start = today(db, unit, now); start > from && bars <= 10_000; bars += 1) {
    start = before(start, unit);
  }
  return bars;
}

/** The first days of the last bars, oldest first. */
function startsUntil(db: Database, unit: ChartUnit, count: number, now: number): string[] {
  const starts = [today(db, unit, now)];
  while (starts.length < count) starts.push(before(starts.at(-1) ?? "", unit));
  return starts.reverse();
}

function startOf(db: Database, unit: ChartUnit, day: string): string {
  return db
    .prepare(`SELECT ${firstDaySql("?", unit)}`)
    .pluck()
    .get(day) as string;
}

function today(db: Database, unit: ChartUnit, now: number): string {
  const day = db.prepare("SELECT date(? / 1000, 'unixepoch', 'localtime')").pluck().get(now);
  return startOf(db, unit, day as string);
}

function before(day: string, unit: ChartUnit): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === "month") date.setUTCMonth(date.getUTCMonth() - 1);
  else date.setUTCDate(date.getUTCDate() - (unit === "week" ? 7 : 1));
  return date.toISOString().slice(0, 10);
}

function empty(start: string): ChartBucket {
  return { start, imports: 0, created: 0, updated: 0, rejected: 0 };
}
