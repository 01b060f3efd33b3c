import { expect, test } from "vitest";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { customers, workshop } from "./workshop.ts";

test("every batch of an import is accepted, in order, and the import's counts are right", async () => {
  const server = await practiceServer();
  const shop = workshop();
  const id = shop.put({ rows: customers(23), batchRows: 5 });
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(10_000);

  expect(shop.states()).toEqual(Array(5).fill("accepted"));
  expect(server.applied().flatMap((batch) => batch.rows)).toEqual(customers(23));
  expect(shop.importRow(id)).toMatchObject({
    state: "accepted",
    batches_total: 5,
    batches_open: 0,
    batches_sending: 0,
    batches_accepted: 5,
    rows_total: 23,
    rows_accepted: 23,
    customers_new: 23,
    customers_updated: 0,
    finished_at: expect.any(Number),
  });
});

test("a batch's log tells each of its changes with time and cause", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(10_000);
  const log = shop.db.prepare("SELECT state, cause, at FROM batch_log ORDER BY seq").all();
  expect(log).toEqual([
    { state: "queued", cause: "made", at: expect.any(Number) },
    { state: "sending", cause: "claimed", at: expect.any(Number) },
    { state: "accepted", cause: "accepted", at: expect.any(Number) },
  ]);
});

test.each(["json", "xml", "jsonp"] as const)("replies in %s are understood", async (output) => {
  const server = await practiceServer();
  const shop = workshop();
  const id = shop.put({ rows: customers(3), output });
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(10_000);
  expect(shop.importRow(id)).toMatchObject({ state: "accepted", customers_new: 3 });
});

test("what is on its way when the computer falls asleep ends, and the rest waits until it is awake", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(3), batchRows: 1 });
  const node = createNodeTransport();
  let posts = 0;
  const sender = shop.sender(server, {
    transport: {
      post(request) {
        posts += 1;
        if (posts === 1) sender.fallAsleep();
        return node.post(request);
      },
    },
  });
  sender.start();
  await expect.poll(() => shop.states()[0]).toBe("accepted");
  await sender.drain(300);
  expect([posts, shop.states()]).toEqual([1, ["accepted", "queued", "queued"]]);
  sender.networkBack();
  await sender.drain(10_000);
  expect(shop.states()).toEqual(Array(3).fill("accepted"));
});

test("an answer that takes longer than a retry is waited for is not given up", async () => {
  const server = await practiceServer({ faults: () => ({ kind: "none", delayMs: 1200 }) });
  const shop = workshop();
  shop.put({ fields: ["email", "first_name"], rows: customers(2), batchRows: 1 });
  const sender = shop.sender(server, { timeouts: { stop: 0 } });
  sender.start();
  await sender.drain(300);
  await sender.stop();
  expect(shop.states()).toEqual(["accepted", "accepted"]);
});

test("a computer that does not fall asleep after all goes on sending by itself", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(1) });
  let late = 0;
  const sender = shop.sender(server, { now: () => Date.now() + late });
  sender.fallAsleep();
  sender.start();
  await sender.drain(300);
  expect(shop.states()).toEqual(["queued"]);
  late = 60_000;
  await sender.drain(10_000);
  expect(shop.states()).toEqual(["accepted"]);
});
