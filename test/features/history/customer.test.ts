import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import { comparedRows, compareImports } from "../../../main/features/history/compare.ts";
import { createHistory } from "../../../main/features/history/history.ts";
import { forgetCustomer } from "../../../main/features/privacy/forget/forget-customer.ts";
import { purgeOldRows } from "../../../main/features/privacy/retention/retention.ts";
import { MASK } from "../../../main/pipeline/batches/mask.ts";
import { FACTS_SQL } from "../../../main/records/imports/arrivals/batch-facts.ts";
import { listSql } from "../../../main/records/imports/history/list-imports.ts";
import { TO_PURGE_SQL } from "../../../main/records/imports/retention/due-imports.ts";
import { testApp } from "../../app/window.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { type UndoWorkshop, undoWorkshop } from "../rollback/workshop.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

async function threeImports(): Promise<UndoWorkshop> {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({
    fields: ["code", "card_number", "email", "phone"],
    rows: [
      ["0012", "90012", "Ana@Example.com", "555-1"],
      ["0013", "90013", "bea@example.com", "555-2"],
    ],
  });
  await shop.import({ fields: ["code", "first_name"], rows: [["0099", "Zoe"]] });
  await shop.import({
    fields: ["card_number", "phone", "customer_PIN"],
    rows: [["90012", "555-9", "1234"]],
  });
  return shop;
}

test("a customer's story holds every import that sent them, field by field, newest first", async () => {
  const shop = await threeImports();
  const history = createHistory(shop.db(), shop.vault);
  for (const customer of ["0012", " 90012", "ana@example.com"]) {
    const { items, total } = history.customer({ customer, offset: 0, limit: 10 });
    expect(total).toBe(2);
    expect(items).toMatchObject([
      {
        importId: 3,
        row: 2,
        state: "accepted",
        accountId: "practicestore",
        undone: false,
        fields: [
          { field: "card_number", value: "90012", before: "90012", changed: false },
          { field: "phone", value: "555-9", before: "555-1", changed: true },
          { field: "customer_PIN", value: MASK, before: null, changed: true },
        ],
      },
      { importId: 1, fields: expect.any(Array) },
    ]);
  }
  expect(history.customer({ customer: "0012", offset: 1, limit: 1 }).items).toMatchObject([
    { importId: 1 },
  ]);
  expect(history.customer({ customer: "nobody", offset: 0, limit: 10 })).toEqual({
    items: [],
    total: 0,
  });
});

test("the history is searched by customer, together with its other filters", async () => {
  const shop = await threeImports();
  const history = createHistory(shop.db(), shop.vault);
  const found = (customer: string, more = {}) =>
    history.list({ customer, ...more, offset: 0, limit: 10 }).items.map(({ id }) => id);
  expect(found("BEA@example.com")).toEqual([1]);
  expect(found("0012")).toEqual([3, 1]);
  expect(found("0012", { state: "queued" })).toEqual([]);
  expect(found("nobody")).toEqual([]);
});

test("a forgotten customer is in no row, no reply and no search; counts and a tombstone stay", async () => {
  const shop = await threeImports();
  const db = shop.db();
  shop.put({
    fields: ["code", "phone"],
    rows: [
      ["0012", "555-7"],
      ["0013", "555-8"],
    ],
  });
  const request = { customer: "ana@example.com", includeQueue: true };
  const asked = forgetCustomer(db, shop.vault, { ...request, confirm: false });
  expect(asked).toEqual({
    ...{
      imports: 3,
      rows: 3,
      queuedRows: 1,
      draftRows: 0,
      leftOutRows: 0,
      keptRows: 0,
      done: false,
    },
    known: { codes: ["0012"], cards: ["90012"], emails: ["ana@example.com"] },
  });
  expect(
    createHistory(db, shop.vault).customer({ customer: "0012", offset: 0, limit: 9 }).total,
  ).toBe(3);

  forgetCustomer(db, shop.vault, { ...request, confirm: true });
  const history = createHistory(db, shop.vault);
  for (const customer of ["0012", "90012", "ana@example.com"]) {
    expect(history.customer({ customer, offset: 0, limit: 9 })).toEqual({ items: [], total: 0 });
  }
  expect(history.customer({ customer: "0013", offset: 0, limit: 9 }).total).toBe(2);
  expect(history.get(1).counts).toMatchObject({ rows: 2, customersNew: 2 });
  const forgotten = db.prepare("SELECT rows_forgotten FROM imports ORDER BY id").pluck().all();
  expect(forgotten).toEqual([1, 0, 1, 1]);
  await shop.send();
  expect(history.get(4)).toMatchObject({ state: "accepted", counts: { rows: 1 } });
});

test("a queued customer is kept where the queue is not included", async () => {
  const shop = undoWorkshop(await practiceServer());
  shop.put({ rows: [["0012", "Ana"]] });
  const request = { customer: "0012", confirm: true };
  forgetCustomer(shop.db(), shop.vault, { ...request, includeQueue: false });
  const history = createHistory(shop.db(), shop.vault);
  expect(history.customer({ customer: "0012", offset: 0, limit: 9 }).total).toBe(1);
  forgetCustomer(shop.db(), shop.vault, { ...request, includeQueue: true });
  expect(history.get(1).state).toBe("cancelled");
});

test("rows older than the setting are purged in steps; counts and outcomes stay", async () => {
  const shop = await threeImports();
  const db = shop.db();
  expect(await purgeOldRows(db)).toEqual({ imports: 0, batches: 0 });
  const later = Date.now() + 91 * DAY_MS;
  expect(await purgeOldRows(db, later)).toEqual({ imports: 3, batches: 3 });
  const kept = db
    .prepare(
      `SELECT (SELECT count(*) FROM batch_rows) + (SELECT count(*) FROM batch_replies)
         + (SELECT count(*) FROM batches WHERE sealed_words IS NOT NULL)`,
    )
    .pluck();
  expect(kept.get()).toBe(0);
  expect(db.prepare("SELECT count(*) FROM customer_blocks").pluck().get()).toBe(0);
  expect(createHistory(db, shop.vault).get(1)).toMatchObject({
    state: "accepted",
    counts: { rowsAccepted: 2, customersNew: 2 },
  });
  expect(shop.plan(1).irreversible).toMatchObject([{ kind: "rows-gone", count: 2 }]);
  expect(await purgeOldRows(db, later)).toEqual({ imports: 0, batches: 0 });
});

test("a purge cut off between rows and index leaves no trace of a customer once it has gone on", async () => {
  const shop = await threeImports();
  const db = shop.db();
  const later = Date.now() + 91 * DAY_MS;
  const blocks = db.prepare("SELECT count(*) FROM customer_blocks").pluck();
  const rows = db.prepare("SELECT count(*) FROM batch_rows").pluck();
  const control = new AbortController();
  const cutOff = purgeOldRows(db, later, control.signal);
  while (rows.get() !== 0) await nextTurn();
  control.abort();
  await cutOff;
  expect(blocks.get()).not.toBe(0);
  expect(await purgeOldRows(db, later)).toEqual({ imports: 0, batches: 0 });
  expect(blocks.get()).toBe(0);
});

test("two imports of a list are compared by customer over the fields that both sent", async () => {
  const shop = undoWorkshop(await practiceServer());
  const fields = ["code", "first_name", "phone"] as const;
  const beforeId = shop.put({
    fields,
    rows: [
      ["A", "Ana", "1"],
      ["B", "Bea", "2"],
      ["C", "Cleo", "3"],
      ["", "Nobody", "4"],
    ],
    batchRows: 2,
  });
  const importId = shop.put({
    fields: ["code", "phone"],
    rows: [
      ["D", "9"],
      ["B", "2"],
      ["A", "7"],
    ],
  });
  const about = { importId, beforeId };
  expect(compareImports(shop.db(), shop.vault, about)).toEqual({
    fields: ["code", "phone"],
    counts: { added: 1, removed: 1, changed: 1, same: 1 },
    notCompared: 1,
  });
  const page = { offset: 0, limit: 10 };
  expect(comparedRows(shop.db(), shop.vault, { ...about, ...page, change: "changed" })).toEqual({
    items: [
      {
        ...{ change: "changed", row: 4, rowBefore: 2, sheet: "Sheet1" },
        ...{ values: ["A", "7"], valuesBefore: ["A", "1"] },
      },
    ],
    total: 1,
  });
  expect(
    comparedRows(shop.db(), shop.vault, { ...about, ...page, change: "removed" }).items,
  ).toMatchObject([{ row: null, rowBefore: 4, valuesBefore: ["C", "3"] }]);
});

test("the hot queries use their indexes and scan nothing", async () => {
  const db = undoWorkshop(await practiceServer()).db();
  const plan = (sql: string, ...values: unknown[]) =>
    (db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values) as { detail: string }[]).map(
      ({ detail }) => detail,
    );
  const list = listSql({ importIds: [1, 2], offset: 0, limit: 10 });
  const listed = plan(list.sql, { ...list.values, offset: 0, limit: 10 });
  expect(listed.join("\n")).toMatch(/SEARCH imports USING INTEGER PRIMARY KEY \(rowid=\?\)/);
  for (const sql of [FACTS_SQL, TO_PURGE_SQL]) {
    expect(plan(sql, 1).join("\n")).not.toMatch(/SCAN (imports|batches|undo_marks)/);
  }
  expect(plan(TO_PURGE_SQL, 1)).toEqual([
    expect.stringContaining("USING COVERING INDEX imports_to_purge"),
    "CORRELATED SCALAR SUBQUERY 1",
    expect.stringContaining("SEARCH batches USING COVERING INDEX batches_in_queue"),
  ]);
});

test("a forgotten customer goes from lists being prepared too, and nobody else does", async () => {
  const { call, draft, send } = await testApp();
  const list = "code,card_number,first_name\n0012,90012,Ana\n0013,0012,Bea\n";
  await send((await draft("first.csv", list)).id);
  const { id: draftId } = await draft("second.csv", list);
  await call("drafts.correctCell", { draftId, index: 0, field: "first_name", value: "Anna" });
  const request = { customer: "0012", includeQueue: false };
  expect(await call("history.forget", { ...request, confirm: false })).toMatchObject({ rows: 2 });
  const done = await call("history.forget", {
    customer: "90012",
    includeQueue: false,
    confirm: true,
  });
  expect(done).toMatchObject({ rows: 1, draftRows: 1 });
  const { rows } = await call("drafts.rows", { draftId, filter: "all", offset: 0, limit: 9 });
  expect(rows.map(({ values }) => values)).toEqual([
    ["", "", ""],
    ["0013", "0012", "Bea"],
  ]);
  expect(JSON.stringify(await call("drafts.get", { draftId }))).not.toContain("90012");
  // Corrections that hold cells of theirs cannot be taken back any more; the import still can.
  expect(await call("undo.state", {})).toMatchObject({
    undo: { label: "import-queued" },
    redo: null,
  });
});
