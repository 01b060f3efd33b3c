import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createHistory } from "../../../main/features/history/history.ts";
import { exportIrreversible } from "../../../main/features/rollback/export-irreversible.ts";
import { markDone } from "../../../main/features/rollback/mark-done.ts";
import { sumOf } from "../../../main/features/rollback/plan/irreversible.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { testApp } from "../../app/window.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import { undoWorkshop } from "./workshop.ts";

/** Applied, and answered with these counts in place of the true ones. */
const counting = (created: number, updated: number): Fault => ({
  kind: "reply",
  applied: true,
  reply: {
    status: 200,
    body: JSON.stringify({
      status: "success",
      batch: { customers: { new: `${created}`, updated: `${updated}` } },
    }),
  },
});

test("of a customer who stands twice in a list both amounts are told", async () => {
  const shop = undoWorkshop(await practiceServer());
  const id = await shop.import({
    fields: ["code", "first_name", "auto_add"],
    rows: [
      ["A1", "Anna", "10.5"],
      ["A1", "Anna", "5"],
      ["A2", "Bo", "2"],
      ["A1", "Anna", ""],
    ],
  });
  const irreversible = shop.plan(id).irreversible.find(({ kind }) => kind === "auto-add");
  expect(irreversible).toMatchObject({ count: 2, total: "17.5" });
  expect(irreversible?.message).toContain("17.5 in all");
  const path = join(shop.dataDir, "left.csv");
  await exportIrreversible(shop.db(), shop.vault, { importId: id, format: "csv", path });
  const amounts = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.includes("amount"));
  expect(amounts.map((line) => line.split(",")[0])).toEqual(["4", "2", "3"]);
});

test("amounts add up exactly, and names of products do not", () => {
  expect(sumOf(["0.1", "0.2", "10"])).toBe("10.3");
  expect(sumOf(["15"])).toBe("15");
  expect(sumOf(["0.05", "0.05"])).toBe("0.10");
  expect(sumOf(["1", "Espresso"])).toBeNull();
});

test("a new code with a known card is another customer where the reply says that it is new", async () => {
  const plan = [counting(1, 0), counting(1, 0)];
  const shop = undoWorkshop(await practiceServer({ faults: forBatches(...plan) }));
  await shop.import({ fields: ["card_number", "first_name"], rows: [["K1", "Anna"]] });
  const id = await shop.import({
    fields: ["code", "card_number", "first_name"],
    rows: [["B1", "K1", "Bo"]],
  });
  expect(shop.plan(id).restore.customers).toBe(0);
  // Nor is what the second was sent ever known of the first.
  const last = await shop.import({ fields: ["card_number", "first_name"], rows: [["K1", "Zoe"]] });
  const after = shop.plan(last);
  expect(after.restore.customers).toBe(0);
  expect(after.irreversible).toMatchObject([
    { kind: "unclear-customers", samples: [{ customer: "K1" }] },
  ]);
  expect(after.irreversible[0]?.message).toContain(
    "code and card number do not always stand together",
  );
});

test("a card that the reply gave to a new customer tells nothing of the one who had it", async () => {
  const plan = [counting(1, 0), counting(1, 0), counting(0, 1)];
  const shop = undoWorkshop(await practiceServer({ faults: forBatches(...plan) }));
  await shop.import({
    fields: ["code", "card_number", "first_name"],
    rows: [["A1", "K1", "Anna"]],
  });
  await shop.import({ fields: ["card_number", "first_name"], rows: [["K1", "Zoe"]] });
  const id = await shop.import({ rows: [["A1", "Anne"]] });
  expect(shop.plan(id).restore.customers).toBe(0);
});

test("a customer known by card in one list and by code in another is one only after a row held both", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({ fields: ["card_number", "first_name"], rows: [["K1", "Anna"]] });
  await shop.import({ rows: [["A1", "Bo"]] });
  const both = await shop.import({
    fields: ["code", "card_number", "first_name"],
    rows: [["A1", "K1", "Cleo"]],
  });
  expect(shop.plan(both)).toMatchObject({
    restore: { customers: 0 },
    irreversible: [{ kind: "unclear-customers", count: 1 }],
  });
});

test("the plan names the list and one way, either there or here, and later that it was undone", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({ rows: [["A1", "Anna"]] });
  const id = await shop.import({ rows: [["A1", "Anne"]] });
  const before = shop.plan(id);
  expect(before.way).toBe("either");
  expect(before.message).toMatch(
    /^This undoes list\.xlsx of [-\d]+ [:\d]+\. Either undo it in .*; not both\.$/,
  );
  await shop.undo(id);
  const after = shop.plan(id);
  expect(after).toMatchObject({ way: null, possible: false });
  expect(after.message).toMatch(/^list\.xlsx of .* has been undone already\.$/);
  const history = createHistory(shop.db(), shop.vault);
  const undone = () => history.list({ offset: 0, limit: 9 }).items.map((each) => each.undone);
  expect(undone()).toEqual([null, "put-back", null]);
  // Undone again, it stands again.
  await shop.undo(3);
  expect(undone()).toEqual([null, "put-back", null, null]);
});

test("what was begun in the admin pages goes on there, and is undone when all of it is ticked off", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({
    rows: [
      ["A1", "Anna"],
      ["A2", "Bo"],
    ],
  });
  const id = await shop.import({
    rows: [
      ["A1", "Anne"],
      ["A2", "Bob"],
    ],
    batchRows: 1,
  });
  const [, second = 0] = shop
    .db()
    .prepare("SELECT id FROM batches WHERE import_id = ? ORDER BY id")
    .pluck()
    .all(id) as number[];
  const step = { batchId: second, arrival: 1 };
  markDone(shop.db(), { importId: id, step, done: true });
  expect(shop.plan(id).way).toBe("there");
  const history = createHistory(shop.db(), shop.vault);
  expect(history.summary(id).undone).toBeNull();
  markDone(shop.db(), { importId: id, step: null, done: true });
  expect(history.summary(id).undone).toBe("reverted");
  expect(shop.plan(id).message).toContain("has been undone already");
  markDone(shop.db(), { importId: id, step, done: false });
  expect(history.summary(id).undone).toBeNull();
});

test("the program undoes an import on the practice server by itself, new customers and all", async () => {
  const app = await testApp();
  await app.send((await app.draft("may.csv", "code,first_name\nA1,Anna\n")).id);
  const before = await app.customers();
  const june = "code,first_name,auto_add\nA1,Anne,5\nA2,Bo,7\n";
  const importId = await app.send((await app.draft("june.csv", june)).id);
  const plan = await app.call("undo.plan", { importId });
  expect(plan).toMatchObject({ way: "either", admin: { byProgram: true } });
  expect(plan.message).toContain("let the practice server put everything back");
  expect(plan.irreversible.map(({ text }) => text)).toEqual([
    "auto-add-total-practice",
    "new-customers-practice",
  ]);
  expect(JSON.stringify(plan)).not.toContain("admin pages");
  await app.call("undo.revert", { importId });
  expect(await app.customers()).toEqual(before);
  expect(await app.call("history.get", { importId })).toMatchObject({ undone: "reverted" });
  const after = await app.call("undo.plan", { importId });
  expect(after).toMatchObject({ way: null, possible: false, irreversible: [] });
}, 90_000);

test("the practice server is not asked to undo what another import has changed since", async () => {
  const app = await testApp();
  await app.send((await app.draft("may.csv", "code,first_name\nA1,Anna\n")).id);
  const importId = await app.send((await app.draft("june.csv", "code,first_name\nA1,Anne\n")).id);
  await app.send((await app.draft("july.csv", "code,first_name\nA1,Annie\n")).id);
  expect(await app.call("undo.plan", { importId })).toMatchObject({
    way: null,
    admin: { byProgram: false },
  });
  await expect(app.call("undo.revert", { importId })).rejects.toThrow("practice-undo");
  const [customer] = await app.customers();
  expect(customer?.fields.first_name).toBe("Annie");
}, 90_000);

test("who got a code in a batch with somebody new is left alone, named, and told why", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({ fields: ["card_number", "city"], rows: [["1", "Lima"]] });
  const fields = ["code", "card_number", "city"] as const;
  const mixed = await shop.import({
    fields,
    rows: [
      ["01", "9", ""],
      ["0", "1", "Cali"],
    ],
  });
  // One new, one updated: which of the rows was the new one, the reply does not tell.
  expect(shop.plan(mixed)).toMatchObject({
    restore: { customers: 0 },
    irreversible: expect.arrayContaining([
      expect.objectContaining({
        kind: "unclear-customers",
        samples: [{ row: 3, customer: "0" }],
      }),
    ]),
  });
});

test("who got a code in a batch that made nobody new is the one whom the card named", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({ fields: ["card_number", "city"], rows: [["1", "Lima"]] });
  const fields = ["code", "card_number", "city"] as const;
  const id = await shop.import({ fields, rows: [["0", "1", "Cali"]] });
  expect(shop.plan(id)).toMatchObject({ restore: { customers: 1 } });
});

test("on the practice server nothing stays of an import that it undoes whole, and nothing names admin pages", async () => {
  const app = await testApp();
  const list = "code,first_name,auto_add\nA1,Anna,5\nA2,Bo,\n";
  const importId = await app.send((await app.draft("may.csv", list)).id);
  const all = await app.call("undo.plan", { importId });
  expect(all).toMatchObject({ way: "there", practice: true, irreversible: [] });
  const { items } = await app.call("undo.steps", { importId, offset: 0, limit: 9 });
  expect(JSON.stringify([all, items])).not.toContain("admin pages");
  // Another import reached a customer: from then on some of it does stay.
  await app.send((await app.draft("june.csv", "code,first_name\nA1,Anne\n")).id);
  const some = await app.call("undo.plan", { importId });
  expect(some.irreversible.map(({ message }) => message)).toEqual([
    "2 new customers stay on the practice server.",
    "The amounts added to one customer (5 in all) stay on the practice server.",
  ]);
  expect(JSON.stringify(some)).not.toContain("admin pages");
  await app.call("undo.export", { importId, format: "csv" });
  const [path = ""] = app.saved;
  expect(readFileSync(path, "utf8")).toContain("One new customer stays on the practice server.");
  expect(readFileSync(path, "utf8")).not.toContain("admin pages");
}, 90_000);
