import { expect, test } from "vitest";
import { createSentBefore } from "../../../main/pipeline/staging/earlier/sent-before.ts";
import { markRestored } from "../../../main/records/imports/past/known-since.ts";
import { type ServersWorkshop, serversWorkshop } from "../../features/rollback/servers-workshop.ts";

const list = (...rows: readonly string[]) => ({
  rows: rows.map((row) => row.split(" ")),
  batchRows: 1,
});

/** The rows that "only what changed" would leave out. */
function unchanged(shop: ServersWorkshop, connectionId: number, ...rows: readonly string[]) {
  const { db, vault } = shop;
  const options = { onlyChanged: true, connectionId };
  const before = createSentBefore(db, vault, options, ["code", "first_name"]);
  return rows.filter((row) => before?.isUnchanged(row.split(" ")));
}

function hold(shop: ServersWorkshop, connectionId: number, held: boolean): void {
  shop.db
    .prepare("UPDATE connections SET hold = ? WHERE id = ?")
    .run(held ? "paused" : null, connectionId);
}

test("what was sent last is told by the order of sending, whatever the clock said", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  const first = await shop.import(id, list("A1 Anna"));
  // The clock was a year ahead, and has been set back since.
  shop.db
    .prepare("UPDATE imports SET started_at = started_at + 31536000000 WHERE id = ?")
    .run(first);
  await shop.import(id, list("A1 Anne"));
  expect(unchanged(shop, id, "A1 Anna", "A1 Anne")).toEqual(["A1 Anne"]);
});

test("a list that waited and went after a later one is the last that the platform took", async () => {
  const shop = await serversWorkshop();
  const held = shop.connect("Store", shop.sandbox);
  const id = shop.connect("Same store", shop.sandbox);
  hold(shop, held, true);
  shop.put(held, list("A1 Anna"));
  await shop.import(id, list("A1 Anne"));
  hold(shop, held, false);
  await shop.send();
  expect(unchanged(shop, id, "A1 Anna", "A1 Anne")).toEqual(["A1 Anna"]);
});

test("a list that went out among the batches of another has reached its customers as well", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  const other = shop.connect("Same store", shop.sandbox);
  shop.put(id, list("A1 Anna", "B1 Bo"));
  hold(shop, id, true);
  await shop.import(other, list("A1 Anne"));
  hold(shop, id, false);
  await shop.send();
  // As if the first batch had gone before the other list.
  shop.db
    .prepare(
      `UPDATE batches SET sent_order = 0 WHERE position = (SELECT min(position) FROM batches)
       AND import_id = (SELECT min(id) FROM imports)`,
    )
    .run();
  expect(unchanged(shop, id, "A1 Anna", "B1 Bo")).toEqual(["B1 Bo"]);
});

test("of what was sent before a backup was restored, nobody knows whether it still stands", async () => {
  const shop = await serversWorkshop();
  const id = shop.connect("Store", shop.sandbox);
  await shop.import(id, list("A1 Anna"));
  expect(unchanged(shop, id, "A1 Anna")).toEqual(["A1 Anna"]);
  shop.db.transaction(() => markRestored(shop.db))();
  expect(unchanged(shop, id, "A1 Anna")).toEqual([]);
  await shop.import(id, list("A1 Anna"));
  expect(unchanged(shop, id, "A1 Anna")).toEqual(["A1 Anna"]);
});
