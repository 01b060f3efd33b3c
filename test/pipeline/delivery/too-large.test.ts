import { expect, test } from "vitest";
import type { PostOutcome } from "../../../main/common/host/transport.ts";
import { getBatch } from "../../../main/features/history/batch.ts";
import { getImport } from "../../../main/features/history/get.ts";
import { writeParts } from "../../../main/pipeline/delivery/write-parts.ts";
import { PRACTICE_CREDENTIALS } from "../../../main/practice/account.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { createServerIndex } from "../../../main/records/customers/server-index.ts";
import { readPayload } from "../../../main/records/imports/batches/sealed-parts.ts";
import { createDivisibleReader } from "../../../main/records/imports/corrections/divisible-batch.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { accepted, heldTransport, RESET, reply } from "./held-transport.ts";
import { customers, resolvedTo, type Workshop, workshop } from "./workshop.ts";

const SERVER = { url: "http://127.0.0.1:1/", credentials: PRACTICE_CREDENTIALS };
const TOO_LARGE: PostOutcome = reply(413, {});

interface Told {
  readonly parallel?: number;
  readonly now?: () => number;
  readonly address?: string;
  /** Rows of the requests that were refused. */
  readonly refused?: number[];
}

/** A platform that takes so many rows of a request. */
async function sendTo(
  shop: Workshop,
  most: number,
  { parallel = 1, now = Date.now, address, refused = [] }: Told = {},
): Promise<readonly string[]> {
  const transport = heldTransport();
  const connection = resolvedTo(SERVER, { parallel });
  const server = { ...connection.server, ...(address === undefined ? {} : { address }) };
  const sender = shop.sender(SERVER, {
    transport,
    now,
    resolve: async () => ({ ...connection, server }),
  });
  sender.start();
  const taken: string[] = [];
  const timer = setInterval(() => {
    const [first] = transport.open;
    if (first === undefined) return;
    const fits = first.rows.length <= most;
    if (fits) taken.push(...first.rows);
    else refused.push(first.rows.length);
    first.answer(fits ? accepted(first.rows.length) : TOO_LARGE);
  }, 2);
  await sender.drain(4000);
  clearInterval(timer);
  await sender.stop();
  return taken;
}

test.each([1, 4])(
  "a batch that is too large goes in parts: every row once, in order (%i at once)",
  async (parallel) => {
    const shop = workshop();
    const id = shop.put({ rows: customers(45), batchRows: 20 });
    const taken = await sendTo(shop, 6, { parallel });
    const codes = taken.map((row) => row.split("|")[0]);
    const wanted = customers(45).map(([code]) => code);
    expect(parallel === 1 ? codes : codes.toSorted()).toEqual(
      parallel === 1 ? wanted : wanted.toSorted(),
    );
    expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
    expect(shop.importRow(id)).toMatchObject({
      ...{ state: "accepted", hold: null, rows_total: 45, rows_accepted: 45, batches_open: 0 },
      batches_total: shop.states().length,
      batches_accepted: shop.states().length,
    });
    // Each customer is found in the batch that holds the row now.
    const index = createServerIndex(shop.db, shop.vault, {
      address: "https://api.example.com/",
      accountId: "practicestore",
    });
    for (const [code = ""] of customers(45)) {
      const found = index.find([code]).get(code) ?? [];
      const holders = found.filter((batch) =>
        readPayload(shop.db, shop.vault, batch)?.rows.some(({ values }) => values[0] === code),
      );
      expect(holders).toHaveLength(1);
    }
  },
);

test("a single row that is too large is told as refused", async () => {
  const shop = workshop();
  shop.put({ rows: customers(2), batchRows: 2 });
  await sendTo(shop, 0);
  expect(shop.states()).toEqual(["rejected", "queued"]);
  expect(shop.reasons()[0]).toBe("reason-http-refused");
});

test("a batch whose earlier try may have arrived is not divided", async () => {
  const shop = workshop();
  shop.put({ rows: customers(4), batchRows: 4 });
  const transport = heldTransport();
  const sender = shop.sender(SERVER, { transport, random: () => 0 });
  sender.start();
  await expect.poll(() => transport.open.length).toBe(1);
  transport.open[0]?.answer(RESET);
  await expect.poll(() => transport.begun.length, { timeout: 4000 }).toBe(2);
  transport.open[0]?.answer(TOO_LARGE);
  await expect.poll(shop.states).toEqual(["rejected"]);
});

test("a batch that never left before, or was put off, is divided when it is refused as too large", async () => {
  const tooLarge: Fault = { kind: "reply", applied: false, reply: { status: 413 } };
  const putOff: Fault = { kind: "reply", applied: false, reply: { status: 429 } };
  const server = await practiceServer({ faults: forBatches(putOff, tooLarge) });
  const nowhere = { ...resolvedTo(server), url: "http://127.0.0.1:1/" };
  const shop = workshop();
  const id = shop.put({ fields: ["email", "first_name"], rows: customers(4), batchRows: 4 });
  let down = true;
  const sender = shop.sender(server, {
    random: () => 0,
    resolve: async () => (down ? nowhere : resolvedTo(server)),
  });
  sender.start();
  await expect.poll(shop.states).toEqual(["waiting"]);
  expect(shop.reasons()).toEqual(["reason-refused"]);
  down = false;
  sender.sendNow();
  await expect.poll(() => shop.reasons()[0], { timeout: 4000 }).toBe("reason-try-later");
  sender.sendNow();
  await sender.drain(4000);
  expect(shop.states()).toEqual(["accepted", "accepted"]);
  expect(server.applied().map((batch) => batch.rows.length)).toEqual([2, 2]);
  expect(shop.importRow(id)).toMatchObject({ state: "accepted", batches_total: 2 });
});

test("batches are counted from 1 in the order of sending, however often some were divided", async () => {
  const shop = workshop();
  const other = shop.put({ rows: customers(4, 501), batchRows: 2 });
  shop.queue.pause({ importId: other });
  const id = shop.put({ rows: customers(120, 1001), batchRows: 40 });
  const divide = (batchId: number) =>
    shop.db.transaction(() => {
      const own = readPayload(shop.db, shop.vault, batchId);
      const place = createDivisibleReader(shop.db)(batchId);
      if (own === null || place === undefined) return;
      const half = Math.ceil(own.rows.length / 2);
      const parts = [own.rows.slice(0, half), own.rows.slice(half)].map((rows) => ({
        ...{ ...own, rows, byteSize: 1, delimiter: "pipe" as const, idempotent: true },
      }));
      writeParts(shop.db, shop.vault, { ...place, ...own }, parts);
    })();
  const inOrder = () => getImport(shop.db, shop.vault, id).batches;
  for (const pick of [0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 1, 6, 9]) {
    const { id: batchId = 0 } = inOrder()[pick] ?? {};
    divide(batchId);
    const numbers = inOrder().map(({ position }) => position);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    expect(inOrder().map(({ firstRow }) => firstRow)).toEqual(
      inOrder()
        .map(({ firstRow }) => firstRow)
        .toSorted((a, b) => a - b),
    );
  }
  const queued = shop.queue.list({ offset: 3, limit: 100 }).items;
  expect(queued.map(({ importId, position }) => [importId, position])).toEqual(
    inOrder().flatMap(({ position }) => (position > 1 ? [[id, position]] : [])),
  );
  const last = inOrder().at(-1);
  expect(getBatch(shop.db, shop.vault, last?.id ?? 0).position).toBe(inOrder().length);
  const codes = codesOf(await sendTo(shop, 40));
  expect(codes).toEqual(wanted(120));
});

const codesOf = (rows: readonly string[]) => rows.map((row) => row.split("|")[0]);
const wanted = (count: number) => customers(count, 1001).map(([code]) => code);

test.each([1, 4])(
  "what follows a refused batch is made to fit before it is tried, of this list and of the next (%i at once)",
  async (parallel) => {
    const shop = workshop();
    const refused: number[] = [];
    shop.put({ rows: customers(200, 1001), batchRows: 20 });
    const taken = codesOf(await sendTo(shop, 6, { parallel, refused }));
    expect(parallel === 1 ? taken : taken.toSorted()).toEqual(
      parallel === 1 ? wanted(200) : wanted(200).toSorted(),
    );
    expect(refused).toEqual([20, 10]);
    shop.put({ rows: customers(100, 1001), batchRows: 50 });
    const again = codesOf(await sendTo(shop, 6, { parallel, refused }));
    expect(again.toSorted()).toEqual(wanted(100).toSorted());
    expect(refused).toEqual([20, 10]);
    expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
    const open = shop.db.prepare("SELECT sum(batches_open) FROM imports").pluck();
    expect(open.get()).toBe(0);
    const parts = shop.db.prepare("SELECT max(row_count) FROM batches").pluck();
    expect(parts.get()).toBeLessThanOrEqual(6);
  },
);

test("the next batch is made to fit while the one before it is on its way", async () => {
  const shop = workshop();
  shop.put({ rows: customers(20), batchRows: 20 });
  await sendTo(shop, 10);
  shop.put({ rows: customers(60, 1001), batchRows: 20 });
  const transport = heldTransport();
  shop.sender(SERVER, { transport }).start();
  const waiting = () =>
    shop.db.prepare("SELECT row_count FROM batches WHERE state = 'queued' ORDER BY position");
  for (const count of [7, 7]) {
    await expect.poll(() => transport.open[0]?.rows).toHaveLength(count);
    expect(waiting().pluck().all().slice(-2)).toEqual([20, 20]);
    transport.open[0]?.answer(accepted(count));
  }
  await expect.poll(() => transport.open[0]?.rows).toHaveLength(6);
  await expect.poll(() => waiting().pluck().all()).toEqual([7, 7, 6, 20]);
  expect(transport.begun).toHaveLength(3);
});

test("a batch is tried whole again after a week, and at another server", async () => {
  const shop = workshop();
  const refused: number[] = [];
  shop.put({ rows: customers(20), batchRows: 20 });
  await sendTo(shop, 10, { refused });
  expect(refused).toEqual([20]);
  const later = Date.now() + 8 * 24 * 60 * 60 * 1000;
  shop.put({ rows: customers(20), batchRows: 20 });
  await sendTo(shop, 20, { refused, now: () => later });
  expect(shop.states()).toEqual(["accepted", "accepted", "accepted"]);
  const elsewhere = "https://other.example.com/";
  shop.put({ rows: customers(20), batchRows: 20, address: elsewhere });
  await sendTo(shop, 20, { refused, address: elsewhere });
  expect(refused).toEqual([20]);
  expect(shop.states()).toHaveLength(4);
});

test("a server that refuses even a single row has told nothing of sizes", async () => {
  const shop = workshop();
  shop.put({ rows: customers(4), batchRows: 4 });
  await sendTo(shop, 0);
  expect(shop.states()).toEqual(["rejected", "queued", "queued"]);
  shop.queue.cancelImport(1);
  shop.put({ rows: customers(20), batchRows: 20 });
  await sendTo(shop, 20);
  expect(shop.states().at(-1)).toBe("accepted");
  expect(shop.states()).toHaveLength(4);
});
