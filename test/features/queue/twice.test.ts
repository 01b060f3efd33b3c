import { expect, test } from "vitest";
import { resolveBatch } from "../../../main/features/queue/resolve-batch.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { workshop } from "../../pipeline/delivery/workshop.ts";

const LOST = { kind: "reply", applied: true, reply: { status: 200, body: "<html>" } } as const;
const NO = {
  kind: "reply",
  applied: false,
  reply: { status: 200, body: JSON.stringify({ status: "error", error: "No" }) },
} as const;

/** A batch of two customers with amounts whose first try was answered so. */
async function tried(fault: typeof LOST | typeof NO, fields: readonly ("code" | "auto_add")[]) {
  const shop = workshop();
  shop.put({
    fields: [...fields],
    rows: [
      ["1", "100"],
      ["2", "50.50"],
    ],
  });
  const server = await practiceServer({ faults: forBatches(fault) });
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  await sender.drain(8000);
  const parts = {
    queue: shop.queue,
    jobs: { run: () => Promise.reject(new Error("No job is needed.")) },
    changeQueue(change: () => void) {
      change();
      return shop.queue.summary();
    },
  };
  return { shop, resend: (confirmSum?: string) => send(confirmSum) };

  function send(confirmSum?: string) {
    const sum = confirmSum === undefined ? {} : { confirmSum };
    return resolveBatch(parts, { batchId: 1, as: "resend", ...sum });
  }
}

test("amounts that may have arrived go again only with their sum confirmed", async () => {
  const { shop, resend } = await tried(LOST, ["code", "auto_add"]);
  expect(shop.states()).toEqual(["uncertain"]);
  expect(shop.queue.resending(1).twice).toEqual({ rows: 2, sum: "150.50" });
  await expect(resend()).rejects.toThrow("may have arrived already");
  await expect(resend("100")).rejects.toThrow("may have arrived already");
  expect(shop.states()).toEqual(["uncertain"]);
  await resend("150.50");
  expect(shop.states()).not.toEqual(["uncertain"]);
});

test("what has not arrived goes again without a question", async () => {
  const { shop, resend } = await tried(NO, ["code", "auto_add"]);
  expect(shop.states()).toEqual(["rejected"]);
  expect(shop.queue.resending(1)).toEqual({ twice: null, newer: 0 });
  await resend();
  expect(shop.states()).not.toEqual(["rejected"]);
});
