import { expect, test } from "vitest";
import { createCorrecting } from "../../../main/features/queue/corrections/correcting.ts";
import { createQueue } from "../../../main/features/queue/queue.ts";
import { createSentBefore } from "../../../main/pipeline/staging/earlier/sent-before.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { byCode, type UndoWorkshop, undoWorkshop } from "../../features/rollback/workshop.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { specOf } from "../delivery/lists.ts";

const NO: Fault = {
  kind: "reply",
  applied: false,
  reply: { status: 200, body: '{"status":"error","error":"Not today"}' },
};
const FIELDS = ["code", "first_name"] as const;
const version = (n: number) => ({ rows: [["A1", `v${n}`]] });

/** Whether "only what changed" would leave the first version out. */
function isLeftOut(shop: UndoWorkshop): boolean | undefined {
  const { options } = specOf(shop.connectionId, { rows: [], options: { onlyChanged: true } });
  const before = createSentBefore(shop.db(), shop.vault, options, FIELDS);
  return before?.isUnchanged(["A1", "v0"]);
}

async function shopWith(...plan: readonly (Fault | undefined)[]) {
  const server = await practiceServer({ faults: forBatches(undefined, ...plan) });
  const shop = undoWorkshop(server);
  await shop.import(version(0));
  expect(isLeftOut(shop)).toBe(true);
  return { server, shop };
}

test("a version that may have arrived before it was rejected makes the one before unknown", async () => {
  const { server, shop } = await shopWith(faults.gateway(502, true), NO);
  await shop.import(version(1));
  expect(byCode(server).get("A1")).toEqual({ first_name: "v1" });
  expect(isLeftOut(shop)).toBe(false);
});

test("a version that may have arrived when the program was killed, and was cancelled then, as well", async () => {
  const { server, shop } = await shopWith(faults.gateway(502, true), faults.tryLater(503, "60"));
  shop.put(version(1));
  await shop.send().catch(() => undefined);
  expect(byCode(server).get("A1")).toEqual({ first_name: "v1" });
  createQueue(shop.db(), shop.vault).cancelImport(2);
  expect(isLeftOut(shop)).toBe(false);
});

test("what a killed program had on its way may have arrived", async () => {
  const { shop } = await shopWith();
  shop.put(version(1));
  const db = shop.db();
  // As a sender leaves it that was killed before the answer came.
  db.prepare("UPDATE batches SET state = 'cancelled', attempts = 1 WHERE import_id = 2").run();
  const log = db.prepare(
    "INSERT INTO batch_log (batch_id, seq, at, state, cause) VALUES (2, ?, 0, 'queued', ?)",
  );
  for (const [at, cause] of ["claimed", "reason-crash", "reason-cancelled"].entries()) {
    log.run(at + 2, cause);
  }
  expect(isLeftOut(shop)).toBe(false);
});

test("a rejected version that cannot have arrived leaves the one before known", async () => {
  const { shop } = await shopWith(NO);
  await shop.import(version(1));
  expect(isLeftOut(shop)).toBe(true);
});

test("a code that was corrected after a try that may have arrived has been reached all the same", async () => {
  const { server, shop } = await shopWith(faults.gateway(502, true), NO);
  await shop.import(version(1));
  const correcting = createCorrecting(shop.db(), shop.vault);
  await correcting.correctCell({ batchId: 2, index: 0, field: "code", value: "B1" });
  createQueue(shop.db(), shop.vault).resolve(2, "resend");
  await shop.send();
  expect(byCode(server).get("A1")).toEqual({ first_name: "v1" });
  expect(isLeftOut(shop)).toBe(false);
  // And what is put back later does not rely on it.
  const last = await shop.import(version(2));
  expect(shop.plan(last).restore.customers).toBe(0);
});

test("of a batch that the platform counted for fewer rows nothing is known", async () => {
  const body = '{"status":"success","batch":{"customers":{"new":"1","updated":"0"}}}';
  const fewer: Fault = { kind: "reply", applied: true, reply: { status: 200, body } };
  const { shop } = await shopWith(fewer);
  await shop.import({
    rows: [
      ["A1", "v0"],
      ["A2", "Bo"],
    ],
  });
  expect(isLeftOut(shop)).toBe(false);
});
