import { expect, test } from "vitest";
import { createQueue } from "../../../main/features/queue/queue.ts";
import { createQueueReader } from "../../../main/features/queue/queue-reader.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { createArrivalsReader } from "../../../main/records/imports/arrivals/arrivals.ts";
import { createOutbox } from "../../../main/records/imports/queue/outbox.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { customers, workshop } from "../../pipeline/delivery/workshop.ts";

function says(error: string): Fault {
  return {
    kind: "reply",
    applied: false,
    reply: { status: 200, body: JSON.stringify({ status: "error", error }) },
  };
}

const UNREADABLE: Fault = { kind: "reply", applied: true, reply: { status: 200, body: "<html>" } };

async function sent(shop: ReturnType<typeof workshop>, faults: readonly (Fault | undefined)[]) {
  const server = await practiceServer({ faults: forBatches(...faults) });
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  await sender.drain(8000);
  return { server, sender };
}

test("a rejection keeps the import's later batches waiting, not other imports, and shows the API's words", async () => {
  const shop = workshop();
  const first = shop.put({ rows: customers(6), batchRows: 2 });
  const second = shop.put({ rows: customers(2, 100) });
  await sent(shop, [undefined, says("No such campaign")]);
  expect(shop.states()).toEqual(["accepted", "rejected", "queued", "accepted"]);
  expect(shop.importRow(first)).toMatchObject({
    state: "rejected",
    hold: "rejected",
    finished_at: null,
  });
  expect(shop.importRow(second)).toMatchObject({ state: "accepted", hold: null });
  expect(shop.queue.list({ offset: 0, limit: 10 }).items[0]).toMatchObject({
    state: "rejected",
    firstRow: 4,
    lastRow: 5,
    reason: {
      code: "reason-rejected",
      params: { words: "No such campaign" },
      message: "The platform rejected the batch: “No such campaign”",
    },
  });
});

test("resuming a rejected import skips the rejected batch for good", async () => {
  const shop = workshop();
  const id = shop.put({ rows: customers(6), batchRows: 2 });
  const { sender } = await sent(shop, [undefined, says("No")]);
  shop.queue.resume({ importId: id });
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted", "rejected", "accepted"]);
  expect(shop.importRow(id)).toMatchObject({
    state: "partly-accepted",
    hold: null,
    finished_at: expect.any(Number),
    rows_accepted: 4,
    rows_rejected: 2,
  });
  expect(shop.queue.list({ offset: 0, limit: 10 }).total).toBe(0);
});

test("a rejected batch can be sent again, in its place", async () => {
  const shop = workshop();
  const id = shop.put({ rows: customers(6), batchRows: 2 });
  const { sender, server } = await sent(shop, [undefined, says("No")]);
  shop.queue.resolve(2, "resend");
  await sender.drain(8000);
  expect(shop.importRow(id)).toMatchObject({ state: "accepted", hold: null });
  expect(server.applied().flatMap(({ rows }) => rows)).toEqual(customers(6));
});

test("wrong credentials stop the connection's whole queue at the first reply", async () => {
  const shop = workshop();
  shop.put({ rows: customers(6), batchRows: 2 });
  shop.put({ rows: customers(2, 100) });
  const { server, sender } = await sent(shop, [says("Invalid credentials")]);
  expect(server.requests()).toBe(1);
  expect(shop.states()).toEqual(["queued", "queued", "queued", "queued"]);
  expect(shop.reasons()[0]).toBe("reason-credentials");
  expect(shop.db.prepare("SELECT hold FROM connections").pluck().get()).toBe("credentials");
  shop.queue.resume({ connectionId: shop.connectionId });
  await sender.drain(8000);
  expect(shop.states()).toEqual(Array(4).fill("accepted"));
});

test("an uncertain batch waits for a person; the others go on", async () => {
  const shop = workshop();
  const id = shop.put({ fields: ["email", "first_name"], rows: customers(6), batchRows: 2 });
  const { server, sender } = await sent(shop, [UNREADABLE]);
  expect(shop.states()).toEqual(["uncertain", "accepted", "accepted"]);
  expect(shop.importRow(id)).toMatchObject({
    state: "uncertain",
    rows_uncertain: 2,
    finished_at: null,
  });
  shop.queue.resolve(1, "sent");
  await sender.drain(2000);
  expect(shop.states()).toEqual(["accepted", "accepted", "accepted"]);
  expect(shop.importRow(id)).toMatchObject({ state: "accepted", rows_uncertain: 0 });
  expect(server.applied()).toHaveLength(3);
});

test("an uncertain batch that a person sends again goes again", async () => {
  const shop = workshop();
  shop.put({ fields: ["email", "first_name"], rows: customers(2) });
  const { server, sender } = await sent(shop, [UNREADABLE]);
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
  expect(server.applied()).toHaveLength(2);
});

test("decisions that do not fit are refused and change nothing", async () => {
  const shop = workshop();
  shop.put({ rows: customers(2) });
  expect(() => shop.queue.resolve(1, "sent")).toThrow("no open question");
  expect(() => shop.queue.resolve(99, "sent")).toThrow("does not exist");
  await sent(shop, []);
  expect(() => shop.queue.cancelBatch(1)).toThrow("done already");
  expect(() => shop.queue.cancelImport(99)).toThrow("does not exist");
  expect(() => shop.queue.pause({ importId: 99 })).toThrow("does not exist");
  expect(() => shop.queue.resume({ connectionId: 99 })).toThrow("does not exist");
  expect(shop.states()).toEqual(["accepted"]);
});

test("everything, a connection or an import can be paused and resumed", async () => {
  const shop = workshop();
  const scopes = [{}, { connectionId: shop.connectionId }, { importId: 1 }];
  shop.put({ rows: customers(2) });
  for (const scope of scopes) shop.queue.pause(scope);
  expect(shop.queue.summary().paused).toBe(true);
  const { server, sender } = await sent(shop, []);
  for (const scope of scopes) {
    await sender.drain(500);
    expect(server.requests()).toBe(0);
    shop.queue.resume(scope);
  }
  await sender.drain(8000);
  expect(shop.states()).toEqual(["accepted"]);
});

test("what was not sent can be cancelled, a batch or the rest of an import", async () => {
  const shop = workshop();
  const id = shop.put({ rows: customers(8), batchRows: 2 });
  shop.queue.cancelBatch(2);
  const { sender } = await sent(shop, [undefined, says("No")]);
  expect(shop.states()).toEqual(["accepted", "cancelled", "rejected", "queued"]);
  shop.queue.cancelImport(id);
  await sender.drain(1000);
  expect(shop.states()).toEqual(["accepted", "cancelled", "rejected", "cancelled"]);
  expect(shop.importRow(id)).toMatchObject({ state: "partly-accepted", hold: null });
  expect(shop.queue.list({ offset: 0, limit: 10 }).total).toBe(0);
});

test("a batch that cannot be sent is set aside where it can be seen, and the others go on", async () => {
  const shop = workshop();
  const id = shop.put({ rows: customers(6), batchRows: 2 });
  shop.db.prepare("UPDATE batch_rows SET sealed_rows = zeroblob(40) WHERE batch_id = 2").run();
  await sent(shop, []);
  expect(shop.states()).toEqual(["accepted", "rejected", "accepted"]);
  expect(shop.queue.list({ offset: 0, limit: 10 }).items).toMatchObject([
    { id: 2, reason: { code: "reason-unsendable" } },
  ]);
  expect(shop.importRow(id)).toMatchObject({ state: "partly-accepted", hold: null });
});

test("the queue is listed in the order of sending, page by page, with counts", () => {
  const shop = workshop();
  shop.put({ rows: customers(6), batchRows: 2 });
  shop.put({ rows: customers(4, 100), batchRows: 2 });
  const page = shop.queue.list({ offset: 2, limit: 2 });
  expect(page.total).toBe(5);
  expect(page.items.map(({ importId, position }) => [importId, position])).toEqual([
    [1, 3],
    [2, 1],
  ]);
  expect(page.items[0]).toMatchObject({
    fileName: "list.xlsx",
    connectionName: "Store",
    state: "queued",
    rows: 2,
    firstRow: 6,
    lastRow: 7,
    attempts: 0,
    nextTry: null,
    reason: null,
    idempotent: true,
  });
  expect(shop.queue.summary()).toEqual({
    online: true,
    paused: false,
    sender: "none",
    counts: { queued: 5, waiting: 0, sending: 0, uncertain: 0, rejected: 0 },
    rowsOpen: 10,
  });
});

const COUNTS_OF_BOTH = { queued: 4, waiting: 2, sending: 1, uncertain: 2, rejected: 1 };
const COUNTS_OF_FIRST = { ...COUNTS_OF_BOTH, queued: 2, waiting: 1 };

test("each batch is counted in its state, unless it is settled or its import is being prepared", () => {
  const shop = workshop();
  shop.put({ rows: customers(18), batchRows: 2 });
  const preparing = shop.put({ rows: customers(6, 100), batchRows: 2 });
  const states = ["queued", "queued", "waiting", "sending", "uncertain", "uncertain"];
  for (const [at, state] of [...states, "rejected", "rejected", "accepted"].entries()) {
    shop.db
      .prepare("UPDATE batches SET state = ?, next_try = ?, settled = ? WHERE position = ?")
      .run(state, state === "waiting" ? 1 : null, at === 7 ? 1 : 0, at + 1);
  }
  expect(shop.queue.summary().counts).toEqual(COUNTS_OF_BOTH);
  shop.db.prepare("UPDATE imports SET phase = 'preparing' WHERE id = ?").run(preparing);
  expect(shop.queue.summary().counts).toEqual(COUNTS_OF_FIRST);
  expect(shop.queue.list({ offset: 0, limit: 20 })).toMatchObject({ total: 7 });
  expect(shop.queue.list({ offset: 0, limit: 20 }).items).toHaveLength(7);
});

test.each([
  ["the list", "ORDER BY import_id, position LIMIT", "batches_in_queue"],
  ["the counts", "AS shown", "batches_in_queue"],
  ["the counts of an import that is being prepared", "GROUP BY state", "batches_in_queue"],
  ["the next batches", "ORDER BY position LIMIT", "batches_to_send"],
  ["the next import", "ORDER BY imports.id LIMIT 1", "imports_to_send"],
  ["the orphans", "sent_by IS NOT", "batches_sending"],
])("%s of the queue: found by an index", (_, part, index) => {
  const shop = workshop();
  const statements: string[] = [];
  const prepare = shop.db.prepare.bind(shop.db);
  const listening = new Proxy(shop.db, {
    get: (db, name) => {
      if (name !== "prepare") return Reflect.get(db, name);
      return (sql: string) => {
        statements.push(sql);
        return prepare(sql);
      };
    },
  });
  createQueueReader(listening, shop.vault);
  createOutbox(listening);
  const sql = statements.find((each) => each.includes(part)) ?? "";
  const parameters = Array(sql.split("?").length - 1).fill(1);
  const plan = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(parameters) as { detail: string }[];
  expect(plan.map(({ detail }) => detail).join("; ")).toContain(`INDEX ${index}`);
});

test("what a person decided about an uncertain or a rejected batch is taken back, and done again", async () => {
  const shop = workshop();
  const log = createUndoLog(shop.db, shop.vault);
  const queue = createQueue(shop.db, shop.vault, Date.now, log);
  const id = shop.put({ fields: ["email", "first_name"], rows: customers(6), batchRows: 2 });
  await sent(shop, [UNREADABLE, says("No")]);
  expect(shop.states()).toEqual(["uncertain", "rejected", "queued"]);
  const before = { row: shop.importRow(id), reasons: shop.reasons() };

  queue.resolve(1, "sent");
  queue.cancelBatch(2);
  expect(shop.importRow(id)).toMatchObject({ hold: null, rows_uncertain: 0 });
  await log.undo();
  await log.undo();
  expect(shop.states()).toEqual(["uncertain", "rejected", "queued"]);
  expect({ row: shop.importRow(id), reasons: shop.reasons() }).toEqual(before);
  const arrivals = createArrivalsReader(shop.db)(1);
  expect(arrivals.map(({ sure }) => sure)).toEqual([false]);
  await log.redo();
  expect(shop.states()).toEqual(["accepted", "rejected", "queued"]);
  await log.undo();

  queue.resolve(1, "resend");
  await log.undo();
  expect(shop.states()).toEqual(["uncertain", "rejected", "queued"]);
  expect(queue.list({ offset: 0, limit: 9 }).total).toBe(3);
});

test("a decision is not taken back once the batch has gone out again", async () => {
  const shop = workshop();
  const log = createUndoLog(shop.db, shop.vault);
  const queue = createQueue(shop.db, shop.vault, Date.now, log);
  shop.put({ fields: ["email", "first_name"], rows: customers(2) });
  const { sender } = await sent(shop, [UNREADABLE]);
  queue.resolve(1, "resend");
  await sender.drain(8000);
  await expect(log.undo()).rejects.toMatchObject({ code: "undo-log-changed" });
  expect(shop.states()).toEqual(["accepted"]);
});
