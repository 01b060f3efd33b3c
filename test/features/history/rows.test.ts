import { expect, test } from "vitest";
import { MASK } from "../../../main/pipeline/batches/mask.ts";
import { IMPORT_ROW_FILTERS, type ImportRowFilter } from "../../../preload/choices.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { type Workshop, workshop } from "./workshop.ts";

const LIST = [
  "code,first_name,custom_date,customer_PIN,auto_add",
  "A,Ana,1990-02-03,1234,1",
  "B,Bea,1990-02-31,2345,1",
  "C,Cleo,1991-05-06,3456,1",
  "D,Dan,1991-05-06,4567,1",
  "E,Eve,not a day,5678,1",
  "F,Fay,1991-05-06,6789,1",
].join("\n");

const REFUSAL = {
  kind: "reply",
  applied: false,
  reply: {
    status: 200,
    headers: { "content-type": "application/json" },
    body: '{"status":"error","error":"Fields are wrong"}',
  },
} as const;

async function page(shop: Workshop, importId: number, filter: ImportRowFilter, offset = 0, n = 50) {
  return await shop.history.rows({ importId, filter, offset, limit: n });
}

const places = (found: Awaited<ReturnType<typeof page>>) =>
  found.items.map(({ row, standing }) => [row, standing]);

/** Rows 2, 4, 5 and 7 in batches of one: accepted, unknown, refused, held back by that. */
async function mixed(): Promise<{ shop: Workshop; id: number }> {
  const plan = forBatches(undefined, faults.reset("after-applying"), REFUSAL);
  const shop = workshop(await practiceServer({ faults: plan }));
  const id = await shop.put(LIST, { batchRows: 1 });
  await shop.send();
  return { shop, id };
}

test("every row of a list is told with what happened to it, and why", async () => {
  const { shop, id } = await mixed();
  const all = await page(shop, id, "all");
  expect(all).toMatchObject({ total: 6, removed: 0 });
  expect(places(all)).toEqual([
    [2, "accepted"],
    [4, "uncertain"],
    [5, "rejected"],
    [7, "queued"],
    [3, "invalid"],
    [6, "invalid"],
  ]);
  expect(all.items[0]).toMatchObject({ values: ["A", "Ana", "1990-02-03", MASK, "1"] });
  expect(all.items[2]?.reason?.message).toContain("Fields are wrong");
  expect(all.items[4]?.problems.map(({ column, code }) => [column, code])).toEqual([
    ["custom_date", "date-impossible"],
  ]);
  expect(all.items[4]?.batchId).toBeNull();
});

test("the kinds hold the rows that the import's figures count, whatever has become of them", async () => {
  const { shop, id } = await mixed();
  const { counts: figures, checked } = shop.history.get(id);
  const { counts } = await page(shop, id, "all");
  expect(counts).toMatchObject({
    all: 6,
    accepted: figures.rowsAccepted,
    rejected: figures.rowsRejected,
    uncertain: figures.rowsUncertain,
    maybe: figures.rowsMaybe,
    invalid: checked.invalid,
    "not-sent": checked.total - checked.toSend,
  });
  for (const kind of IMPORT_ROW_FILTERS) {
    const found = await page(shop, id, kind);
    expect(found.items.length, kind).toBe(counts[kind]);
    expect(found.total, kind).toBe(counts[kind]);
  }
});

test("pages of any size put end to end are the whole, each row once", async () => {
  const { shop, id } = await mixed();
  const whole = (await page(shop, id, "all")).items;
  for (const size of [1, 2, 3, 5]) {
    const rows = [];
    for (let at = 0; at < whole.length; at += size) {
      rows.push(...(await page(shop, id, "all", at, size)).items);
    }
    expect(rows).toEqual(whole);
  }
  expect((await page(shop, id, "not-sent", 1, 1)).items.map(({ row }) => row)).toEqual([6]);
});

test("a batch that was cancelled is not sent; one that may have arrived before is told apart", async () => {
  const { shop, id } = await mixed();
  shop.db.prepare("UPDATE batches SET state = 'cancelled' WHERE position IN (2, 4)").run();
  const { counts } = await page(shop, id, "all");
  expect(counts).toMatchObject({ maybe: 1, cancelled: 1, "not-sent": 3 });
  expect(places(await page(shop, id, "maybe"))).toEqual([[4, "maybe-cancelled"]]);
  expect(places(await page(shop, id, "not-sent"))).toEqual([
    [7, "cancelled"],
    [3, "invalid"],
    [6, "invalid"],
  ]);
});

test("rows that are not kept any more are counted, not shown", async () => {
  const shop = workshop(await practiceServer());
  const id = await shop.put(LIST, { batchRows: 1 });
  await shop.send();
  shop.db.prepare("DELETE FROM batch_rows").run();
  shop.db.prepare("DELETE FROM import_leftovers").run();
  shop.db.prepare("UPDATE imports SET rows_kept = 0").run();
  expect(await page(shop, id, "all")).toMatchObject({
    items: [],
    total: 0,
    removed: 6,
    counts: { all: 6, accepted: 4, invalid: 2 },
  });
});
