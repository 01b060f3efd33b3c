import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PRACTICE_CREDENTIALS } from "../../../../main/practice/account.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import { accepted, busy, heldTransport, RESET, refusedKey } from "../held-transport.ts";
import { addConnection, putList } from "../lists.ts";
import { customers, resolvedTo, type Workshop, workshop } from "../workshop.ts";

const SERVER = { url: "http://127.0.0.1:1/", credentials: PRACTICE_CREDENTIALS };
const KEYS: readonly FieldName[] = ["code", "card_number", "first_name"];
const AMOUNTS: readonly FieldName[] = ["code", "first_name", "auto_add"];

/** A sender with several batches on their way, whose requests wait for the test. */
function sending(shop: Workshop, parallel = 4, asked = () => accepted(0)) {
  const transport = heldTransport(asked);
  const settings = { parallel };
  let apiKey: string = SERVER.credentials.apiKey;
  const sender = shop.sender(SERVER, {
    transport,
    // A wait of nearly a second, so that what a test looks at in between is still so.
    random: () => 0.9,
    resolve: async () => ({ ...resolvedTo(SERVER, settings), apiKey }),
    timeouts: { connect: 1000, reply: 1000, stop: 50 },
  });
  const changeKey = (key: string) => {
    apiKey = key;
  };
  return { sender, transport, changeKey };
}

type Sending = ReturnType<typeof sending>;

/** Answers what is on its way until so many are at once. */
async function flying({ sender, transport }: Sending, count: number): Promise<void> {
  sender.start();
  for (let turn = 0; turn < 40 && transport.open.length < count; turn += 1) {
    await expect.poll(() => transport.open.length).toBeGreaterThan(0);
    await pause(20);
    if (transport.open.length < count) succeed(transport.open[0]);
  }
  expect(transport.open).toHaveLength(count);
}

function succeed(request: Sending["transport"]["open"][number] | undefined): void {
  request?.answer(accepted(request.rows.length));
}

async function rest({ sender, transport }: Sending): Promise<void> {
  const timer = setInterval(() => succeed(transport.open[0]), 5);
  await sender.drain(4000);
  clearInterval(timer);
}

const keysOf = (row: string) =>
  row
    .split(/[|,\t]/)
    .slice(0, 2)
    .map((key) => key.trim().toLowerCase())
    .filter((key) => key !== "");

test("rows of one customer are never in two requests at once, and arrive in their order", async () => {
  const key = fc.constantFrom("", "a1", "A1", " a1 ", "b2", "c3", "d4", "e5", "f6", "g7", "h8");
  const lists = fc.array(fc.tuple(key, key), { minLength: 8, maxLength: 24 });
  await fc.assert(
    fc.asyncProperty(lists, async (pairs) => {
      const shop = workshop();
      const rows = pairs.map(([code, card], at) => [code, card, `${at}`]);
      shop.put({ fields: KEYS, rows, batchRows: 2 });
      const each = sending(shop);
      each.sender.start();
      const seen = new Map<string, number>();
      while (shop.states().some((state) => state !== "accepted")) {
        await pause(1);
        const open = each.transport.open;
        // A row without a code and one with: its card may be that customer's, or anybody's.
        const kinds = open.map(({ rows: sent }) =>
          sent.map((row) => row.split(/[|,\t]/)[0]?.trim() !== ""),
        );
        if (open.length > 1) expect(new Set(kinds.flat()).size).toBe(1);
        const now = open.flatMap(({ rows: sent }) => [...new Set(sent.flatMap(keysOf))]);
        expect(new Set(now).size).toBe(now.length);
        if (open.length > 0) succeed(open[Math.floor(Math.random() * open.length)]);
      }
      for (const row of each.transport.begun.flatMap(({ rows: sent }) => sent)) {
        const at = Number(row.split(/[|,\t]/)[2]);
        for (const one of new Set(keysOf(row))) {
          expect(at).toBeGreaterThan(seen.get(one) ?? -1);
          seen.set(one, at);
        }
      }
      expect(each.transport.begun).toHaveLength(Math.ceil(rows.length / 2));
      await each.sender.stop();
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("a list is sent by as many requests as the connection allows, not more", async () => {
  const shop = workshop();
  shop.put({ rows: customers(60), batchRows: 2 });
  const each = sending(shop, 3);
  await flying(each, 3);
  await pause(100);
  expect(each.transport.open).toHaveLength(3);
  await rest(each);
  expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
});

describe("requests that break off together are one outage:", () => {
  test("one wait, one question, one request, and the import is not paused", async () => {
    const shop = workshop();
    const rows = customers(80).map((row) => [...row, "5"]);
    const id = shop.put({ fields: AMOUNTS, rows, batchRows: 2 });
    let down = true;
    const each = sending(shop, 4, () => (down ? RESET : accepted(0)));
    await flying(each, 4);
    const before = each.transport.begun.length;
    for (const request of [...each.transport.open]) request.answer(RESET);
    await expect.poll(() => shop.states().filter((state) => state === "uncertain")).toHaveLength(4);
    expect(shop.importRow(id)).toMatchObject({ hold: null });
    const failures = shop.db.prepare("SELECT failures FROM connection_lines").pluck();
    expect(failures.get()).toBe(1);
    await expect.poll(() => each.transport.questions(), { timeout: 4000 }).toBeGreaterThan(0);
    expect(each.transport.begun).toHaveLength(before);
    down = false;
    each.sender.sendNow();
    await expect.poll(() => each.transport.open.length).toBe(1);
    await pause(100);
    expect(each.transport.open).toHaveLength(1);
    await rest(each);
    expect(shop.states().filter((state) => state === "accepted")).toHaveLength(36);
  });

  test("an answer to one that began before does not end the wait that a server asked for", async () => {
    const shop = workshop();
    shop.put({ rows: customers(60), batchRows: 2 });
    const each = sending(shop);
    await flying(each, 4);
    const [first, second, third, fourth] = [...each.transport.open];
    const begun = each.transport.begun.length;
    first?.answer(busy(3));
    await pause(50);
    succeed(second);
    third?.answer(busy(5));
    succeed(fourth);
    const named = Date.now() + 5000;
    await pause(700);
    expect(each.transport.begun).toHaveLength(begun);
    const nextAt = shop.db.prepare("SELECT next_at FROM connection_lines").pluck().get();
    expect(Number(nextAt)).toBeGreaterThanOrEqual(named - 100);
  });
});

test("an uncertain batch stops only those with its customers, and they go once it is decided", async () => {
  const shop = workshop();
  const rows = [...customers(2), ...customers(4, 11), ...customers(1), ...customers(5, 21)];
  const importId = shop.put({
    fields: AMOUNTS,
    rows: rows.map((row) => [...row, "5"]),
    batchRows: 2,
  });
  const each = sending(shop);
  each.sender.start();
  await expect.poll(() => each.transport.open.length).toBe(1);
  each.transport.open[0]?.answer(RESET);
  await expect.poll(shop.states).toContain("uncertain");
  each.sender.sendNow();
  const begun = Date.now();
  await rest(each);
  expect(Date.now() - begun).toBeLessThan(3500);
  expect(shop.states()).toEqual([
    ...["uncertain", "accepted", "accepted"],
    ...["queued", "accepted", "accepted"],
  ]);
  expect(shop.reasons()[3]).toBe("reason-behind-uncertain");
  shop.queue.resolve(1, "resend");
  each.sender.wake();
  await rest(each);
  expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
  const sent = each.transport.begun.map((request) => request.rows[0]?.slice(0, 2));
  expect(sent.slice(-2)).toEqual(["C1", "C1"]);
  expect(shop.importRow(importId)).toMatchObject({ state: "accepted" });
});

test("a paused import's request counts as long as it is on its way", async () => {
  const shop = workshop();
  const first = shop.put({ rows: customers(4), batchRows: 2 });
  shop.put({ rows: customers(4), batchRows: 2 });
  const each = sending(shop, 1);
  await flying(each, 1);
  shop.queue.pause({ importId: first });
  each.sender.wake();
  await pause(100);
  expect(each.transport.open).toHaveLength(1);
  await rest(each);
  expect(shop.states()).toEqual(["accepted", "queued", "accepted", "accepted"]);
});

test("two connections to one account never have a customer on their way at once", async () => {
  const shop = workshop();
  const other = addConnection(shop.db, "Other");
  shop.put({ rows: customers(4), batchRows: 2 });
  putList(shop.db, shop.vault, other, {
    rows: [...customers(2), ...customers(2, 9)],
    batchRows: 2,
  });
  const each = sending(shop, 1);
  each.sender.start();
  await expect.poll(() => each.transport.open.length).toBe(1);
  await pause(600);
  expect(each.transport.open).toHaveLength(1);
  await rest(each);
  expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
});

test("a key that was changed while requests were on their way is not asked for again", async () => {
  const shop = workshop();
  shop.put({ rows: customers(60), batchRows: 2 });
  const each = sending(shop);
  await flying(each, 4);
  const open = [...each.transport.open];
  open[0]?.answer(refusedKey());
  const hold = shop.db.prepare("SELECT hold FROM connections").pluck();
  await expect.poll(() => hold.get()).toBe("credentials");
  each.changeKey("another");
  shop.queue.resume({ connectionId: shop.connectionId });
  for (const request of open.slice(1)) request.answer(refusedKey());
  await pause(100);
  expect(hold.get()).toBeNull();
  await rest(each);
  expect(new Set(shop.states())).toEqual(new Set(["accepted"]));
});

test("what is on its way when its import is cancelled ends, and nothing more begins", async () => {
  const shop = workshop();
  const id = shop.put({ rows: customers(60), batchRows: 2 });
  const each = sending(shop);
  await flying(each, 4);
  shop.queue.cancelImport(id);
  const begun = each.transport.begun.length;
  await rest(each);
  expect(each.transport.begun).toHaveLength(begun);
  expect(shop.states().filter((state) => state === "accepted")).toHaveLength(begun);
  expect(new Set(shop.states())).toEqual(new Set(["accepted", "cancelled"]));
});
