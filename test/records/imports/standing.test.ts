import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createHistory } from "../../../main/features/history/history.ts";
import { planUndo } from "../../../main/features/rollback/plan/plan.ts";
import { judgeCounts } from "../../../main/pipeline/delivery/sender/outcome/judge-counts.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import type { BatchSummary } from "../../../preload/types.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { customers, type Workshop, workshop } from "../../pipeline/delivery/workshop.ts";

/** Applied, and answered with these words. */
const saying = (answer: unknown): Fault => ({
  kind: "reply",
  applied: true,
  reply: { status: 200, body: JSON.stringify(answer) },
});
const counted = (created: number, updated: number) =>
  saying({
    status: "success",
    batch: { status: "imported", customers: { new: `${created}`, updated: `${updated}` } },
  });
const NO = saying({ status: "error", error: "Not today" });

async function sent(shop: Workshop, ...plan: readonly (Fault | undefined)[]) {
  const server = await practiceServer({ faults: forBatches(...plan) });
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  return { server, sender };
}

function told(shop: Workshop): BatchSummary & { readonly exported: () => Promise<string> } {
  const history = createHistory(shop.db, shop.vault);
  const [batch] = history.get(1).batches;
  if (batch === undefined) throw new Error("no batch");
  const path = join(shop.dataDir, "export.csv");
  const exported = async () => {
    await history.exportTo({ importId: 1, what: "all", format: "csv" }, path);
    return readFileSync(path, "utf8");
  };
  return { ...batch, exported };
}

test("a batch that was applied behind a gateway's error and then cancelled may have arrived", async () => {
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const { server, sender } = await sent(
    shop,
    faults.gateway(502, true),
    faults.tryLater(503, "60"),
  );
  await sender.drain(3_000);
  expect(server.customers()).toHaveLength(2);
  shop.queue.cancelImport(1);
  const batch = told(shop);
  expect(batch).toMatchObject({ state: "cancelled", standing: "maybe-cancelled" });
  expect(batch.reason?.message).toContain("may have arrived");
  expect(await batch.exported()).toContain("May have arrived, then cancelled");
  expect(createHistory(shop.db, shop.vault).summary(1)).toMatchObject({
    state: "cancelled",
    standing: "maybe-cancelled",
    counts: { rowsMaybe: 2 },
  });
});

test("a batch that never reached the platform was cancelled before it was sent", async () => {
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const { sender } = await sent(shop, faults.tryLater(503, "60"));
  await sender.drain(3_000);
  shop.queue.cancelImport(1);
  const batch = told(shop);
  expect(batch).toMatchObject({ standing: "cancelled", reason: { code: "reason-cancelled" } });
  expect(await batch.exported()).toContain("Cancelled before it was sent.");
});

test("a try that may have arrived before a rejection is told beside it", async () => {
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const { sender } = await sent(shop, faults.gateway(502, true), NO);
  await sender.drain(8_000);
  const batch = told(shop);
  expect(batch).toMatchObject({ state: "rejected", standing: "maybe-rejected" });
  expect(await batch.exported()).toContain("May have arrived, then rejected");
  expect(shop.queue.list({ offset: 0, limit: 1 }).items[0]?.standing).toBe("maybe-rejected");
});

test("a reply that counts three of four rows is told, and none of them is known", async () => {
  const shop = workshop();
  shop.put({ rows: customers(4) });
  const { sender } = await sent(shop, counted(3, 0));
  await sender.drain(3_000);
  const batch = told(shop);
  expect(batch).toMatchObject({ state: "accepted", standing: "accepted-fewer", created: 3 });
  expect(batch.reason?.message).toContain("The platform counted 3 of these 4 rows.");
  expect(await batch.exported()).toContain("counted 3 of these 4 rows");
  expect(createHistory(shop.db, shop.vault).summary(1)).toMatchObject({
    state: "accepted",
    standing: "accepted-fewer",
    counts: { rowsUncounted: 1 },
  });
  shop.put({ rows: [["C1", "Other"]] });
  await sender.drain(3_000);
  expect(planUndo(shop.db, shop.vault, 2)).toMatchObject({ restore: { customers: 0 } });
});

test.each([
  ["counts beyond the rows", counted(999_999_999, 0), "reason-counts"],
  ["one customer too many", counted(3, 1), "reason-counts"],
  [
    "success with errors inside",
    saying({
      status: "success",
      batch: { customers: { new: "3", updated: "0" }, errors: ["Row 2: no such card"] },
    }),
    "reason-success-with-errors",
  ],
  [
    "success with an error beside it",
    saying({ status: "success", error: "Half of it", batch: { customers: { new: "3" } } }),
    "reason-success-with-errors",
  ],
])("%s are a person's question and asked once", async (_, fault, code) => {
  const shop = workshop();
  shop.put({ rows: customers(3) });
  const { server, sender } = await sent(shop, fault, fault, fault);
  await sender.drain(3_000);
  expect(told(shop)).toMatchObject({ state: "uncertain", standing: "uncertain", reason: { code } });
  expect(server.applied()).toHaveLength(1);
});

test("a customer who stands twice may be counted once, and rows that are left alone not at all", () => {
  const accepted = (created: number, updated: number) =>
    ({ kind: "accepted", created, updated }) as const;
  const payload = () => ({
    fields: ["code", "card_number"] as const,
    rows: [
      ["A", "1"],
      ["a", "2"],
      ["B", "2"],
      ["", ""],
    ].map((values, index) => ({ row: index + 2, values })),
  });
  const judge = (created: number, updated: number, duplicates: "update" | "ignore" = "update") =>
    judgeCounts(accepted(created, updated), duplicates, 4, payload);
  expect(judge(1, 1)).toEqual(accepted(1, 1));
  expect(judge(4, 0)).toEqual(accepted(4, 0));
  expect(judge(1, 0)).toMatchObject({
    kind: "accepted",
    fewer: { params: { counted: 1, rows: 4 } },
  });
  expect(judge(0, 0, "ignore")).toEqual(accepted(0, 0));
  expect(judge(5, 0, "ignore")).toMatchObject({ kind: "doubtful" });
});
