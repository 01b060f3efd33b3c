import type { ChartBucket, ChartUnit } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** SQLite's modifiers from a local day to the first day of its bar; weeks begin on Monday. */
const FIRST_DAY: Readonly<Record<ChartUnit, readonly string[]>> = {
  day: [],
  week: ["weekday 0", "-6 days"],
  month: ["start of month"],
};

/** SQL for the first day of the bar that a local day belongs to. */
export function firstDaySql(day: string, unit: ChartUnit): string {
  return `date(${[day, ...FIRST_DAY[unit].map((each) => `'${each}'`)].join(", ")})`;
}

interface OfConnection {
  readonly connectionId?: number;
}

function ofConnection(connectionId: number | undefined): OfConnection {
  return connectionId === undefined ? {} : { connectionId };
}

/** The local day ("2026-03-18") of the first import; of `now` without one. */
export function dayOfFirstImport(
  db: Database,
  connectionId: number | undefined,
  now: number,
): string {
  const where = connectionId === undefined ? "" : "AND connection_id = :connectionId";
  const day = column<OfConnection & { readonly now: number }, string>(
    db,
    `SELECT date(ifnull((SELECT started_at FROM imports WHERE phase = 'queued' ${where}
       ORDER BY started_at LIMIT 1), :now) / 1000, 'unixepoch', 'localtime')`,
  );
  return day.get({ now, ...ofConnection(connectionId) }) ?? "";
}

/** The statement that adds up; exported so that a test can ask its plan. */
export function chartSql(unit: ChartUnit, connection: boolean): string {
  const day = "date(started_at / 1000, 'unixepoch', 'localtime')";
  return `SELECT ${firstDaySql(day, unit)} AS start, count(*) AS imports,
      sum(customers_new) AS created, sum(customers_updated) AS updated,
      sum(rows_rejected) AS rejected
    FROM imports
    WHERE phase = 'queued' ${connection ? "AND connection_id = :connectionId" : ""}
      AND started_at >= unixepoch(:since, 'utc') * 1000
    GROUP BY start`;
}

/** Imports since a local day, added up by the first days of their bars. */
export function chartSums(
  db: Database,
  unit: ChartUnit,
  since: string,
  connectionId: number | undefined,
): readonly ChartBucket[] {
  return statement<OfConnection & { readonly since: string }, ChartBucket>(
    db,
    chartSql(unit, connectionId !== undefined),
  ).all({ since, ...ofConnection(connectionId) });
}
