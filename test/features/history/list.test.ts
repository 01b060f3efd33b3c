import { expect, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { type HistoryQuery, listSql } from "../../../main/records/imports/history/list-imports.ts";
import type { ImportState } from "../../../preload/types.ts";
import { workshop } from "./workshop.ts";

const NAMES = ["Märzliste Köln.xlsx", "april.csv", "50% off_list.csv", "Clients été.xlsx"];
const STATES: readonly ImportState[] = ["accepted", "rejected", "queued"];

/** Imports without batches: searching knows nothing of batches. */
function fill(db: Database, connectionId: number, count: number): void {
  const insert = db.prepare(
    `INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
       output, checked, connection_id, connection_name, account_id, pid, started_at)
     VALUES (?, ?, ?, 's', 1, '[]', '[]', '{}', 'json', '{}', ?, ?, 'a', 1, ?)`,
  );
  db.transaction(() => {
    for (let n = 0; n < count; n += 1) {
      const connection = n % 5 === 0 ? [null, "Gone"] : [connectionId, "Store"];
      insert.run("queued", STATES[n % 3], `${n} ${NAMES[n % 4]}`, ...connection, 1000 + n);
    }
    insert.run("preparing", "queued", "half done.xlsx", connectionId, "Store", 9_999_999);
  })();
}

test("pages come newest first with the total, and imports being prepared stay out of sight", () => {
  const { db, connectionId, history } = workshop();
  fill(db, connectionId, 25);
  const first = history.list({ offset: 0, limit: 10 });
  expect([first.total, first.items.length]).toEqual([25, 10]);
  expect(first.items.map((each) => each.id)).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16]);
  const last = history.list({ offset: 20, limit: 10 });
  expect(last.items.map((each) => each.id)).toEqual([5, 4, 3, 2, 1]);
});

const SEARCHES: readonly (readonly [Omit<HistoryQuery, "offset" | "limit">, number])[] = [
  [{ search: "marzliste" }, 10],
  [{ search: "KÖLN" }, 10],
  [{ search: "köln märz" }, 10],
  [{ search: "köln april" }, 0],
  [{ search: "ete" }, 10],
  [{ search: "%" }, 10],
  [{ search: "f_" }, 10],
  [{ search: '"off_' }, 0],
  [{ search: "off_list" }, 10],
  [{ search: "gone" }, 8],
  [{ search: "half" }, 0],
  [{ search: "39 Clients" }, 1],
  [{ search: " " }, 40],
  [{ state: "rejected" }, 13],
  [{ state: "rejected", search: "april" }, 4],
  [{ connectionId: 2 }, 32],
  [{ connectionId: 1 }, 0],
  [{ from: 1010, until: 1020 }, 10],
  [{ from: 1010, state: "rejected", search: "april" }, 3],
];

test.each(SEARCHES)("%j finds %i imports of 40", (query, found) => {
  const { db, connectionId, history } = workshop();
  fill(db, connectionId, 40);
  const page = history.list({ ...query, offset: 0, limit: 1000 });
  expect([page.total, page.items.length]).toEqual([found, found]);
});

test("no search and no page walks through the table: an index is used everywhere", () => {
  const { db, connectionId } = workshop();
  fill(db, connectionId, 500);
  db.exec("ANALYZE");
  for (const [query] of SEARCHES) {
    const { sql, countSql, values } = listSql({ ...query, offset: 0, limit: 50 });
    for (const [statement, named] of [
      [sql, { ...values, limit: 50, offset: 0 }],
      [countSql, values],
    ] as const) {
      const plan = (
        db.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(named) as { detail: string }[]
      ).map((step) => step.detail);
      const told = `${JSON.stringify(query)}\n${plan.join("\n")}`;
      expect(
        plan.some((step) => /SEARCH imports USING/.test(step)),
        told,
      ).toBe(true);
      expect(
        plan.filter((step) => /^SCAN (?!.*VIRTUAL TABLE INDEX 0:M)/.test(step)),
        told,
      ).toEqual([]);
    }
  }
});

test("a page without a search needs no sorting", () => {
  const { db, connectionId } = workshop();
  fill(db, connectionId, 500);
  for (const query of [{}, { state: "accepted" }, { connectionId }] as const) {
    const { sql, values } = listSql({ ...query, offset: 0, limit: 50 });
    const plan = db
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ ...values, limit: 50, offset: 0 }) as { detail: string }[];
    expect(plan.map((step) => step.detail).join("\n")).not.toContain("TEMP B-TREE");
  }
});
