import { expect, test } from "vitest";
import { markDone } from "../../../main/features/rollback/mark-done.ts";
import { listSteps } from "../../../main/features/rollback/plan/steps.ts";
import { prepareRestores } from "../../../main/features/rollback/prepare.ts";
import { queueRestores } from "../../../main/features/rollback/queue-restores.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { faults, forBatches } from "../../helpers/servers/faults.ts";
import { byCode, undoWorkshop } from "./workshop.ts";

const FIELDS = ["code", "card_number", "first_name", "phone", "postal_code"] as const;
const LAST_WEEK = [
  ["0012", "90012", "Ana", "555-1", "01234"],
  ["0013", "90013", "Bea", "", "09999"],
];

test("a restore puts back what the undone import changed, and only that", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const before = server.customers();
  const id = await shop.import({
    fields: ["code", "first_name", "phone"],
    rows: [
      ["0012", "Anna", "555-9"],
      ["0013", "Bea", "555-8"],
      ["0014", "Cleo", "555-7"],
    ],
  });
  const after = server.customers();
  const plan = shop.plan(id);
  expect(plan).toMatchObject({
    possible: true,
    unsent: { batches: 0, rows: 0 },
    admin: { kept: true, steps: 1, done: 0, help: ["all-there"] },
    way: "either",
    restore: {
      customers: 2,
      fields: [
        { field: "first_name", customers: 1 },
        { field: "phone", customers: 2 },
      ],
      imports: 2,
      blocked: null,
    },
    irreversible: [{ kind: "new-customers", count: 1, samples: [{ row: 4, customer: "0014" }] }],
  });
  const made = await shop.undo(id);
  const undone = server.customers();
  const shown = (customers: typeof before) =>
    customers.map(
      ({ fields }) => `  ${FIELDS.map((each) => `${each}=${fields[each] ?? ""}`).join("  ")}`,
    );
  console.log(
    [
      ...["The platform's customers before the import", ...shown(before)],
      ...["after the import of 0012, 0013 and 0014", ...shown(after)],
      ...["after the undo: earlier values are back, the new customer stays", ...shown(undone)],
    ].join("\n"),
  );
  expect(undone.slice(0, 2)).toEqual(before);
  expect(undone[2]).toEqual(after[2]);
  expect(shop.plan(id)).toMatchObject({ undoneBy: made, restore: { customers: 0 } });
});

test("undoing a restore brings the undone import's values back", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const id = await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-9"]] });
  const [restore = 0] = await shop.undo(id);
  expect(byCode(server).get("0012")).toMatchObject({ phone: "555-1" });
  expect(shop.plan(restore)).toMatchObject({ undoes: id });
  expect(shop.plan(id)).toMatchObject({ undoneBy: [restore], irreversible: [] });
  await shop.undo(restore);
  expect(byCode(server).get("0012")).toMatchObject({ phone: "555-9" });
  expect(shop.plan(id)).toMatchObject({ undoneBy: [] });
});

test("what a later import sent stays, and the plan says so", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const id = await shop.import({
    fields: ["code", "first_name", "phone"],
    rows: [["0012", "Anna", "555-9"]],
  });
  await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-2"]] });
  expect(shop.plan(id)).toMatchObject({
    restore: { customers: 1, fields: [{ field: "first_name", customers: 1 }] },
    irreversible: [{ kind: "changed-later", count: 1 }],
  });
  await shop.undo(id);
  expect(byCode(server).get("0012")).toMatchObject({ first_name: "Ana", phone: "555-2" });
});

test("overwriting is undone for known fields; emptied ones that were never known are told", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  const other = undoWorkshop(server);
  await other.import({ fields: ["code", "city"], rows: [["0012", "Lima"]] });
  await shop.import({ fields: ["code", "phone", "first_name"], rows: [["0012", "555-1", "Ana"]] });
  const id = await shop.import({
    fields: ["code", "first_name"],
    rows: [["0012", "Anna"]],
    options: { duplicates: "yes" },
  });
  expect(byCode(server).get("0012")).toEqual({ first_name: "Anna" });
  expect(shop.plan(id).irreversible).toMatchObject([{ kind: "emptied", count: 1 }]);
  await shop.undo(id);
  expect(byCode(server).get("0012")).toEqual({ first_name: "Ana", phone: "555-1" });
});

test("batches that were not sent are cancelled, amounts added are listed", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  const id = shop.put({
    fields: ["code", "auto_add"],
    rows: [
      ["0012", "25"],
      ["0013", ""],
      ["0014", "5"],
    ],
    batchRows: 2,
  });
  expect(shop.plan(id)).toMatchObject({ unsent: { batches: 2, rows: 3 }, irreversible: [] });
  await shop.send();
  expect(shop.plan(id).irreversible).toMatchObject([
    { kind: "new-customers", count: 3 },
    { kind: "auto-add", count: 2, samples: [{ customer: "0012" }, { customer: "0014" }] },
  ]);
  const waiting = shop.put({ rows: [["0012", "Ana"]] });
  expect(await shop.undo(waiting)).toEqual([]);
  expect(shop.plan(waiting)).toMatchObject({ possible: false, unsent: { batches: 0 } });
});

test("a batch that arrived twice has two undo states, the newest first, to be marked as done", async () => {
  const server = await practiceServer({ faults: forBatches(faults.reset("after-applying")) });
  const shop = undoWorkshop(server);
  const first = await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const id = await shop.import({ fields: ["code", "phone"], rows: [["0012", "9"]] });
  const steps = listSteps(shop.db(), first);
  expect(steps).toMatchObject([
    { arrival: 2, sure: true, done: null },
    { arrival: 1, sure: false, created: null, done: null },
  ]);
  expect(steps[0]?.at).toBeGreaterThanOrEqual(steps[1]?.at ?? 0);
  expect(steps[0]?.message).toContain("practicestore");
  markDone(shop.db(), { importId: id, step: null, done: true });
  expect(shop.plan(id)).toMatchObject({ admin: { steps: 1, done: 1 }, restore: { customers: 0 } });
  expect(listSteps(shop.db(), id)[0]?.done).toMatchObject({ by: expect.any(String) });
  markDone(shop.db(), { importId: id, step: null, done: false });
  expect(shop.plan(id)).toMatchObject({ admin: { done: 0 }, restore: { customers: 1 } });
});

test("a card number that points at another customer's code is left alone", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: ["code", "card_number"], rows: [["A", "1"]] });
  const id = await shop.import({
    fields: ["code", "card_number", "phone"],
    rows: [["B", "1", "555"]],
  });
  expect(shop.plan(id)).toMatchObject({
    restore: { customers: 0 },
    irreversible: [{ kind: "unclear-customers", count: 1 }],
  });
});

test("an import that skips existing customers changes nothing of them, and what is known stays known", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const skipping = await shop.import({
    fields: ["code", "phone"],
    rows: [["0012", "555-7"]],
    options: { duplicates: "ignore" },
  });
  expect(shop.plan(skipping)).toMatchObject({ restore: { customers: 0 }, irreversible: [] });
  const id = await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-9"]] });
  await shop.undo(id);
  expect(byCode(server).get("0012")).toMatchObject({ phone: "555-1" });
});

test("a batch that may have arrived is put back too, and an undone one is no knowledge any more", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const first = await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-8"]] });
  const second = await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-9"]] });
  // As a person would in the admin pages: the newest first.
  for (const id of [second, first]) {
    const [newest] = server.undoStates();
    server.undo(newest?.id ?? 0);
    markDone(shop.db(), { importId: id, step: null, done: true });
  }
  expect(byCode(server).get("0012")).toMatchObject({ phone: "555-1" });
  const third = await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-7"]] });
  shop.db().prepare("UPDATE batches SET state = 'uncertain' WHERE import_id = ?").run(third);
  expect(shop.plan(third)).toMatchObject({ restore: { customers: 1 } });
  await shop.undo(third);
  expect(byCode(server).get("0012")).toMatchObject({ phone: "555-1" });
});

test("a customer is followed by code and card number: what another list sent by the card is later", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const id = await shop.import({ fields: ["code", "phone"], rows: [["0012", "555-9"]] });
  const byCard = await shop.import({
    fields: ["card_number", "phone"],
    rows: [["90012", "555-2"]],
  });
  expect(shop.plan(id)).toMatchObject({
    restore: { customers: 0 },
    irreversible: [{ kind: "changed-later" }],
  });
  await shop.undo(byCard);
  expect(byCode(server).get("0012")).toMatchObject({ phone: "555-9" });
  // The card is another one meanwhile: by the code the customer is still found.
  await shop.import({ fields: ["code", "card_number"], rows: [["0013", "77"]] });
  expect(shop.plan(byCard).restore.customers).toBe(0);
  expect(server.customers()).toHaveLength(2);
});

test("several restores of one undo say in their names what they put back; a cancelled one undoes nothing", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({ fields: FIELDS, rows: LAST_WEEK });
  const id = await shop.import({
    fields: ["code", "first_name", "phone"],
    rows: [
      ["0012", "Anna", "555-9"],
      ["0013", "Bea", "555-8"],
    ],
  });
  const made = queueRestores(shop.db(), shop.vault, prepareRestores(shop.db(), shop.vault, id));
  const names = shop
    .db()
    .prepare("SELECT file_name FROM imports WHERE undoes_import_id = ? ORDER BY id");
  expect(names.pluck().all(id)).toEqual([
    "Undo of import 2: First name, Phone - list.xlsx",
    "Undo of import 2: Phone - list.xlsx",
  ]);
  for (const each of made) shop.queue().cancelImport(each);
  expect(shop.plan(id)).toMatchObject({ undoneBy: [], restore: { customers: 2 } });
});
