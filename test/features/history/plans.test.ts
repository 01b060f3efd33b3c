import { expect, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { createHistory, type History } from "../../../main/features/history/history.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { undoWorkshop } from "../rollback/workshop.ts";

/** The same database; what is prepared on it is remembered. */
function watched(db: Database, statements: Set<string>): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === "prepare") {
        return (sql: string) => {
          statements.add(sql);
          return target.prepare(sql);
        };
      }
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}

/** Tables that grow with what was imported; a statement may go through the runs of the index. */
const WALKS = /^SCAN (?:later|imports|batches|batch_\w+|customer_blocks|import_\w+|undo_marks)\b/;

test.each<readonly [string, (history: History) => unknown]>([
  ["the list", (history) => history.list({ offset: 0, limit: 50 })],
  ["a page far down", (history) => history.list({ offset: 9_000, limit: 50 })],
  ["a search", (history) => history.list({ search: "list", offset: 0, limit: 50 })],
  [
    "all filters at once",
    (history) =>
      history.list({
        ...{ search: "li st", state: "accepted", connectionId: 1, customer: "0012" },
        ...{ from: 1, until: 9_999_999_999_999, offset: 0, limit: 50 },
      }),
  ],
  ["the imports of a customer", (h) => h.list({ customer: "0012", offset: 0, limit: 50 })],
  ["a story by code", (history) => history.customer({ customer: "0012", offset: 0, limit: 50 })],
  ["a story by card number", (h) => h.customer({ customer: "90012", offset: 0, limit: 50 })],
  ["a story by e-mail", (h) => h.customer({ customer: "ana@example.com", offset: 0, limit: 50 })],
  ["an import", (history) => history.get(1)],
  ["a batch", (history) => history.batch(1)],
  ["rows of an import", (h) => h.rows({ importId: 1, filter: "all", offset: 0, limit: 50 })],
  ["the problems of an import", (h) => h.problems({ importId: 1, offset: 0, limit: 50 })],
])("%s is answered by indexes alone, whatever is asked of the database", async (_, ask) => {
  const shop = undoWorkshop(await practiceServer());
  for (let n = 0; n < 3; n += 1) {
    await shop.import({
      fields: ["code", "card_number", "email"],
      rows: [["0012", "90012", "ana@example.com"]],
    });
  }
  const statements = new Set<string>();
  await ask(createHistory(watched(shop.db(), statements), shop.vault));
  expect(statements.size).toBeGreaterThan(1);
  for (const sql of statements) {
    const unbound = sql.replace(/\?|[:@]\w+/g, "NULL");
    const plan = shop.db().prepare(`EXPLAIN QUERY PLAN ${unbound}`).all() as { detail: string }[];
    const walks = plan.map(({ detail }) => detail).filter((detail) => WALKS.test(detail));
    expect(walks, sql).toEqual([]);
  }
});
