import { expect, test } from "vitest";
import type { PostOutcome } from "../../../main/common/host/transport.ts";
import { PRACTICE_CREDENTIALS } from "../../../main/practice/account.ts";
import { createServerIndex } from "../../../main/records/customers/server-index.ts";
import { readPayload } from "../../../main/records/imports/batches/sealed-parts.ts";
import { accepted, heldTransport, RESET, reply } from "./held-transport.ts";
import { customers, resolvedTo, type Workshop, workshop } from "./workshop.ts";

const SERVER = { url: "http://127.0.0.1:1/", credentials: PRACTICE_CREDENTIALS };
const TOO_LARGE: PostOutcome = reply(413, {});

/** A platform that takes so many rows of a request. */
async function sendTo(shop: Workshop, most: number, parallel = 1): Promise<readonly string[]> {
  const transport = heldTransport();
  const sender = shop.sender(SERVER, {
    transport,
    resolve: async () => resolvedTo(SERVER, { parallel }),
  });
  sender.start();
  const taken: string[] = [];
  const timer = setInterval(() => {
    const [first] = transport.open;
    if (first === undefined) return;
    const fits = first.rows.length <= most;
    if (fits) taken.push(...first.rows);
    first.answer(fits ? accepted(first.rows.length) : TOO_LARGE);
  }, 2);
  await sender.drain(4000);
  clearInterval(timer);
  return taken;
}

test.each([1, 4])(
  "a batch that is too large goes in parts: every row once, in order (%i at once)",
  async (parallel) => {
    const shop = workshop();
    const id = shop.put({ rows: customers(45), batchRows: 20 });
    const taken = await sendTo(shop, 6, parallel);
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
