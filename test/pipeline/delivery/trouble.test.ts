import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { enqueueImport } from "../../../main/pipeline/delivery/enqueue/enqueue.ts";
import type { Fault, FaultPlan } from "../../../main/practice/faults/fault.ts";
import type { HttpReply } from "../../../main/practice/reply/reply.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { specOf } from "./lists.ts";
import { customers, resolvedTo, workshop } from "./workshop.ts";

const EMAIL = ["email", "first_name"] as const;

test("an outage leaves one uncertain batch, not a hundred", async () => {
  let down = true;
  const outage: FaultPlan = () => (down ? faults.gateway(502, false) : undefined);
  const server = await practiceServer({ faults: outage });
  const shop = workshop();
  shop.put({ fields: EMAIL, rows: customers(10), batchRows: 1 });
  const sender = shop.sender(server, { random: () => 0.3 });
  sender.start();
  await sender.drain(3000);
  expect(shop.states().filter((state) => state === "uncertain")).toHaveLength(1);
  expect(shop.states()[1]).toBe("waiting");
  down = false;
  sender.sendNow();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["uncertain", ...Array(9).fill("accepted")]);
});

test("where batch after batch becomes uncertain although the platform answers, the import is paused", async () => {
  const page = faults.page(true);
  const server = await practiceServer({ faults: forBatches(page, page, page, page, page) });
  const shop = workshop();
  const id = shop.put({ fields: EMAIL, rows: customers(10), batchRows: 1 });
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  await sender.drain(8000);
  expect(shop.states().filter((state) => state === "uncertain")).toHaveLength(3);
  expect(shop.importRow(id)).toMatchObject({ hold: "paused", state: "uncertain" });
});

test("draining ends where all that is left waits longer than the time that remains", async () => {
  const server = await practiceServer({ faults: forBatches(faults.tryLater(503, "3600")) });
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const sender = shop.sender(server);
  sender.start();
  await sender.drain(600_000);
  expect(shop.states()).toEqual(["waiting"]);
  const [waiting] = shop.queue.list({ offset: 0, limit: 1 }).items;
  expect(waiting?.nextTry).toBeGreaterThan(Date.now() + 3_500_000);
  sender.networkBack();
  expect(shop.states()).toEqual(["waiting"]);
  sender.sendNow();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
});

test("a connection that cannot be used says so and is tried again", async () => {
  const server = await practiceServer();
  const shop = workshop();
  shop.put({ rows: customers(2) });
  let usable = false;
  const sender = shop.sender(server, {
    random: () => 0,
    resolve: async () => {
      if (!usable) throw new Error("locked");
      return resolvedTo(server);
    },
  });
  sender.start();
  await expect.poll(shop.reasons).toEqual(["reason-connection-unusable"]);
  usable = true;
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
});

test("stopping waits for what is on its way and begins nothing more", async () => {
  const server = await practiceServer({ faults: () => ({ kind: "none", delayMs: 300 }) });
  const shop = workshop();
  shop.put({ fields: EMAIL, rows: customers(4), batchRows: 2 });
  const sender = shop.sender(server);
  sender.start();
  await expect.poll(shop.states).toEqual(["sending", "queued"]);
  await sender.stop();
  expect(shop.states()).toEqual(["accepted", "queued"]);
});

test("what is still on its way when stopping takes too long is given up and decided", async () => {
  const server = await practiceServer({ faults: forBatches(faults.hang("before-applying")) });
  const shop = workshop();
  shop.put({ fields: EMAIL, rows: customers(4), batchRows: 2 });
  const sender = shop.sender(server, { timeouts: { reply: 60_000, stop: 200 } });
  sender.start();
  await expect.poll(shop.states).toEqual(["sending", "queued"]);
  await sender.stop();
  expect(shop.states()).toEqual(["uncertain", "queued"]);
});

test("batches go side by side only where the connection allows it and their customers are others", async () => {
  let onTheirWay = 0;
  let most = 0;
  const plan = (): Fault => {
    onTheirWay += 1;
    most = Math.max(most, onTheirWay);
    setTimeout(() => {
      onTheirWay -= 1;
    }, 100);
    return { kind: "none", delayMs: 100 };
  };
  const server = await practiceServer({ faults: plan });
  const settings = { parallel: 3 };
  const run = async (rows: readonly (readonly string[])[]) => {
    most = 0;
    const shop = workshop();
    shop.put({ rows, batchRows: 2 });
    const sender = shop.sender(server, { resolve: async () => resolvedTo(server, settings) });
    sender.start();
    await sender.drain(8000);
    expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
    return most;
  };
  expect(await run(customers(12))).toBeGreaterThan(1);
  expect(await run([...customers(2), ...customers(2), ...customers(2)])).toBe(1);
});

test("a full disk while queueing is told clearly and leaves nothing half done", () => {
  const shop = workshop();
  const pages = Number(shop.db.pragma("page_count", { simple: true }));
  shop.db.pragma(`max_page_count = ${pages + 30}`);
  const rows = customers(20_000).map((values, index) => ({ row: index + 2, values }));
  const spec = specOf(shop.connectionId, { rows: [] });
  expect(() => enqueueImport(shop.db, shop.vault, spec, [rows])).toThrow("The disk is full");
  shop.db.pragma("max_page_count = 1000000");
  expect(shop.db.prepare("SELECT count(*) FROM imports").pluck().get()).toBe(0);
  expect(shop.db.prepare("SELECT count(*) FROM batches").pluck().get()).toBe(0);
});

test("a disk that fills up while sending loses no answer", async () => {
  // A reply that does not fit into pages that are there already.
  const note = randomBytes(40_000).toString("hex");
  const long = (reply: HttpReply): HttpReply => ({
    ...reply,
    body: Buffer.from(JSON.stringify({ ...JSON.parse(String(reply.body)), note })),
  });
  const fault: Fault = { kind: "rewrite", delayMs: 300, rewrite: long };
  const server = await practiceServer({ faults: forBatches(fault) });
  const shop = workshop();
  const troubles: string[] = [];
  shop.put({ fields: EMAIL, rows: customers(2) });
  const sender = shop.sender(server, { onTrouble: (code) => troubles.push(code) });
  sender.start();
  await expect.poll(shop.states).toEqual(["sending"]);
  shop.db.pragma(`max_page_count = ${shop.db.pragma("page_count", { simple: true })}`);
  await expect.poll(() => troubles, { timeout: 5000 }).toContain("disk-full");
  expect(shop.states()).toEqual(["sending"]);
  shop.db.pragma("max_page_count = 1000000");
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
  expect(server.applied()).toHaveLength(1);
});

test("a data folder that cannot be written to is told clearly", () => {
  const shop = workshop();
  shop.db.pragma("query_only = ON");
  const spec = specOf(shop.connectionId, { rows: [] });
  const rows = [{ row: 2, values: ["1", "Ana"] }];
  expect(() => enqueueImport(shop.db, shop.vault, spec, [rows])).toThrow("cannot be written to");
  expect(() => shop.queue.pause({})).toThrow("cannot be written to");
});

test("a clock that is set back does not make a batch wait for hours", async () => {
  const server = await practiceServer({ faults: forBatches(faults.tryLater(503, "60")) });
  const shop = workshop();
  shop.put({ rows: customers(2) });
  let ahead = 5 * 60 * 60 * 1000;
  const sender = shop.sender(server, { now: () => Date.now() + ahead });
  sender.start();
  await expect.poll(shop.states).toEqual(["waiting"]);
  shop.db.exec("UPDATE batches SET reason_code = 'reason-refused' WHERE state = 'waiting'");
  shop.db.exec("UPDATE connection_lines SET asked = 0");
  ahead = 0;
  await expect.poll(() => shop.states()[0], { timeout: 8000 }).toBe("accepted");
  const causes = shop.db.prepare("SELECT cause FROM batch_log WHERE batch_id = 1").pluck().all();
  expect(causes).toContain("clock-set");
});
