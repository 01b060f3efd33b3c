import { expect, test } from "vitest";
import { LAST_SENT_SQL } from "../../../main/records/imports/history/list-imports.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { customers, workshop } from "../../pipeline/delivery/workshop.ts";

test("a queue knows what went out last, by when it was answered; nothing before the first", async () => {
  const shop = workshop();
  expect(shop.queue.last()).toBeNull();
  const cancelled = shop.put({ rows: customers(1) });
  shop.queue.cancelImport(cancelled);
  expect(shop.queue.last()).toBeNull();
  const first = shop.put({ rows: customers(2, 10) });
  const second = shop.put({ rows: customers(3, 20) });
  const sender = shop.sender(await practiceServer());
  sender.start();
  await sender.drain(8000);
  expect(shop.queue.last()?.id).toBe(second);
  shop.db.prepare("UPDATE imports SET finished_at = finished_at + 60000 WHERE id = ?").run(first);
  expect(shop.queue.last()).toMatchObject({ id: first, counts: { rows: 2 } });
});

test("what went out last is found by an index", () => {
  const plan = workshop().db.prepare(`EXPLAIN QUERY PLAN ${LAST_SENT_SQL}`).all();
  const details = plan.map((step) => String(Reflect.get(Object(step), "detail")));
  expect(details[0]).toMatch(/^(?:SEARCH|SCAN) imports USING INDEX imports_to_purge/);
  expect(details).not.toContain("USE TEMP B-TREE FOR ORDER BY");
});
