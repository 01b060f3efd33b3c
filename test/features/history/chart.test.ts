import { expect, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { importChart } from "../../../main/features/history/chart.ts";
import { chartSql } from "../../../main/records/imports/history/chart-sums.ts";
import { workshop } from "./workshop.ts";

/** Noon, so that no time zone moves it to another day. */
const at = (day: string) => new Date(`${day}T12:00:00`).getTime();
const NOW = at("2026-03-18");

function put(db: Database, day: string, counts: readonly [number, number, number], connection = 2) {
  db.prepare(
    `INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
       output, checked, connection_id, connection_name, account_id, pid, started_at,
       customers_new, customers_updated, rows_rejected)
     VALUES ('queued', 'accepted', 'a.csv', 's', 1, '[]', '[]', '{}', 'json', '{}', ?, 'Store',
       'a', 1, ?, ?, ?, ?)`,
  ).run(connection, at(day), ...counts);
}

test("an empty history is a fortnight of empty days, today last", () => {
  const { db } = workshop();
  const chart = importChart(db, {}, NOW);
  expect(chart.unit).toBe("day");
  expect(chart.earlier).toBe(false);
  expect(chart.buckets).toHaveLength(14);
  expect(chart.buckets.at(-1)).toEqual({
    start: "2026-03-18",
    imports: 0,
    created: 0,
    updated: 0,
    rejected: 0,
  });
});

test("imports of a day are added up, and days without one stay between them", () => {
  const { db } = workshop();
  put(db, "2026-03-16", [5, 1, 0]);
  put(db, "2026-03-18", [1, 2, 3]);
  put(db, "2026-03-18", [10, 20, 30]);
  const { buckets } = importChart(db, {}, NOW);
  expect(buckets.slice(-3)).toEqual([
    { start: "2026-03-16", imports: 1, created: 5, updated: 1, rejected: 0 },
    { start: "2026-03-17", imports: 0, created: 0, updated: 0, rejected: 0 },
    { start: "2026-03-18", imports: 2, created: 11, updated: 22, rejected: 33 },
  ]);
});

test("the bars grow with the time there have been imports", () => {
  const { db } = workshop();
  put(db, "2026-02-16", [1, 0, 0]);
  expect(importChart(db, {}, NOW).unit).toBe("day");
  put(db, "2026-02-15", [1, 0, 0]);
  expect(importChart(db, {}, NOW).unit).toBe("week");
  put(db, "2025-05-31", [1, 0, 0]);
  expect(importChart(db, {}, NOW)).toMatchObject({ unit: "month", earlier: false });
});

test("weeks begin on Monday, months on the first, and what is older is told of", () => {
  const { db } = workshop();
  put(db, "2026-03-15", [1, 0, 0]);
  put(db, "2026-03-16", [2, 0, 0]);
  put(db, "2023-01-31", [4, 0, 0]);
  const weeks = importChart(db, { unit: "week" }, NOW);
  expect(weeks.earlier).toBe(true);
  expect(weeks.buckets.slice(-2).map(({ start, created }) => [start, created])).toEqual([
    ["2026-03-09", 1],
    ["2026-03-16", 2],
  ]);
  const months = importChart(db, { unit: "month" }, NOW);
  expect(months.buckets).toHaveLength(24);
  expect(months.buckets.at(-1)).toMatchObject({ start: "2026-03-01", created: 3 });
  expect(months.buckets[0]?.start).toBe("2024-04-01");
});

test("only the imports of one connection are counted where one is named", () => {
  const { db } = workshop();
  put(db, "2026-03-18", [1, 0, 0], 1);
  put(db, "2026-03-18", [7, 0, 0], 2);
  const { buckets } = importChart(db, { unit: "day", connectionId: 2 }, NOW);
  expect(buckets.at(-1)).toMatchObject({ imports: 1, created: 7 });
});

test("adding up reads the imports of the time shown by an index", () => {
  const { db } = workshop();
  for (const [ofConnection, index] of [
    [false, "imports_by_time"],
    [true, "imports_by_connection"],
  ] as const) {
    const values = { since: "2026-03-01", ...(ofConnection ? { connectionId: 2 } : {}) };
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${chartSql("week", ofConnection)}`).all(values) as {
      detail: string;
    }[];
    expect(plan[0]?.detail).toMatch(
      new RegExp(`SEARCH imports USING INDEX ${index} .*started_at>`),
    );
  }
});
