import { expect, test } from "vitest";
import { getBatch } from "../../../main/features/history/batch.ts";
import { readLeftovers } from "../../../main/features/history/export/leftovers.ts";
import { createHistory } from "../../../main/features/history/history.ts";
import { forgetCustomer } from "../../../main/features/privacy/forget/forget-customer.ts";
import { purgeOldRows } from "../../../main/features/privacy/retention/retention.ts";
import { createCorrecting } from "../../../main/features/queue/corrections/correcting.ts";
import { createBatchBodies } from "../../../main/pipeline/delivery/sender/batch-body.ts";
import type { Fault } from "../../../main/practice/faults/fault.ts";
import { keepCampaignKinds } from "../../../main/records/connections/campaign-kinds.ts";
import { findBatches } from "../../../main/records/customers/lookup.ts";
import { keysOfRows } from "../../../main/records/customers/row-keys.ts";
import { readPayload } from "../../../main/records/imports/batches/sealed-parts.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import type { FieldName } from "../../../preload/fields.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { forBatches } from "../../helpers/servers/faults.ts";
import type { List } from "../../pipeline/delivery/lists.ts";
import {
  customers,
  resolvedTo,
  type Workshop,
  workshop,
} from "../../pipeline/delivery/workshop.ts";

const NO: Fault = {
  kind: "reply",
  applied: false,
  reply: { status: 200, body: '{"status":"error","error":"Customer C2 cannot be imported"}' },
};

/** An import whose first batch the platform rejected. */
async function rejected(list: List, ...more: readonly (Fault | undefined)[]) {
  const shop = workshop();
  const server = await practiceServer({ faults: forBatches(NO, ...more) });
  const importId = shop.put(list);
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  await sender.drain(8000);
  expect(shop.states()[0]).toBe("rejected");
  const undoLog = createUndoLog(shop.db, shop.vault);
  const correcting = createCorrecting(shop.db, shop.vault, undoLog);
  return { shop, server, importId, sender, correcting, undoLog };
}

const correction = (index: number, field: FieldName, value: string) =>
  ({ batchId: 1, index, field, value }) as const;

function logOf(shop: Workshop) {
  return shop.db
    .prepare("SELECT state, cause, detail FROM batch_log WHERE batch_id = 1 ORDER BY seq")
    .all() as { readonly state: string; readonly cause: string; readonly detail: string | null }[];
}

function batchesOf(shop: Workshop, code: string): readonly number[] {
  const rows = { fields: ["code"] as const, rows: [{ values: [code] }] };
  const [key = 0] = keysOfRows(shop.vault, "practicestore", rows);
  return findBatches(shop.db, [key]).get(key) ?? [];
}

test("a rejected batch is corrected, partly left out, and goes in its place with the rows it kept", async () => {
  const { shop, server, importId, sender, correcting } = await rejected({
    rows: customers(6),
    batchRows: 3,
  });
  await correcting.correctCell(correction(0, "code", " X1 "));
  await correcting.leaveOut({ batchId: 1, indexes: [1], leftOut: true });
  shop.queue.resolve(1, "resend");
  expect(shop.states()).toEqual(["queued", "queued"]);
  expect(shop.importRow(importId)).toMatchObject({ hold: null, rows_total: 5, rows_rejected: 0 });
  await sender.drain(8000);
  expect(server.applied().flatMap(({ rows }) => rows)).toEqual([
    ["X1", "Name 1"],
    ...customers(4, 3),
  ]);
  expect(shop.importRow(importId)).toMatchObject({
    state: "accepted",
    rows_accepted: 5,
    batches_accepted: 2,
  });
  expect(JSON.parse(String(shop.importRow(importId).checked))).toMatchObject({
    total: 6,
    excluded: 1,
    toSend: 5,
  });
  expect([...readLeftovers(shop.db, shop.vault, importId)].flat()).toEqual([
    { row: 3, values: ["C2", "Name 2"], problems: [] },
  ]);
  expect(logOf(shop).map(({ cause, detail }) => [cause, detail])).toEqual([
    ["made", null],
    ["claimed", "attempt 1"],
    ["reason-rejected", "status 200"],
    ["rows-corrected", "2"],
    ["rows-left-out", "3"],
    ["mended", null],
    ["claimed", "attempt 2"],
    ["accepted", null],
  ]);
});

test("text to add is an error of a rejected row where the batch's first campaign takes amounts only", async () => {
  const { shop, correcting } = await rejected({
    fields: ["code", "auto_add"],
    rows: [
      ["C1", "gold"],
      ["C2", "10"],
    ],
    options: { campaigns: ["77"] },
  });
  const statusOf = async () => {
    const page = { batchId: 1, filter: "all", offset: 0, limit: 2 } as const;
    return (await correcting.rows(page)).rows.map(({ status }) => status);
  };
  expect(await statusOf()).toEqual(["warning", "valid"]);
  keepCampaignKinds(shop.db, shop.connectionId, [
    { id: "77", name: "First", type: "points" },
    { id: "78", name: "Second", type: "buyx" },
  ]);
  expect(await statusOf()).toEqual(["error", "valid"]);
  const still = await correcting.correctCell(correction(0, "auto_add", "silver"));
  expect(still.row.problems).toMatchObject([{ code: "auto-add-no-amount", severity: "error" }]);
  expect(() => shop.queue.resolve(1, "resend")).toThrow("One row still has a problem");
  // Products are what the campaign chosen instead takes.
  correcting.chooseCampaigns(1, ["78"]);
  expect(await statusOf()).toEqual(["warning", "valid"]);
  correcting.chooseCampaigns(1, ["77"]);
  await correcting.correctCell(correction(0, "auto_add", "15"));
  expect(await statusOf()).toEqual(["valid", "valid"]);
});

test("what was sent before stays with the batch as it was, rows and reply", async () => {
  const { shop, sender, correcting } = await rejected({ rows: customers(3) });
  await correcting.correctCell(correction(2, "first_name", "Carla"));
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  const batch = getBatch(shop.db, shop.vault, 1);
  expect(batch.rowsSent[2]).toEqual({ row: 4, values: ["C3", "Carla"] });
  expect(batch.earlier).toMatchObject([
    {
      attempt: 1,
      rows: 3,
      rowsSent: customers(3).map((values, at) => ({ row: at + 2, values })),
      reply: { status: 200, body: expect.stringContaining("cannot be imported") },
    },
  ]);
});

test("rows keep their numbers, and those that were not touched their values", async () => {
  const { shop, correcting } = await rejected({ rows: customers(3) });
  const before = readPayload(shop.db, shop.vault, 1)?.rows ?? [];
  await correcting.correctCell(correction(0, "first_name", "Anna"));
  shop.queue.resolve(1, "resend");
  const after = readPayload(shop.db, shop.vault, 1)?.rows ?? [];
  expect(after.map(({ row }) => row)).toEqual([2, 3, 4]);
  expect(after[0]?.values).toEqual(["C1", "Anna"]);
  expect(after.slice(1)).toEqual(before.slice(1));
});

test("customers are found by the codes that rows have now, and no more by those they lost", async () => {
  const { shop, correcting } = await rejected({ rows: customers(3) });
  await correcting.correctCell(correction(0, "code", "X1"));
  await correcting.leaveOut({ batchId: 1, indexes: [1], leftOut: true });
  shop.queue.resolve(1, "resend");
  expect(["C1", "C2", "C3", "X1"].map((code) => batchesOf(shop, code))).toEqual([[], [], [1], [1]]);
});

test("a customer whose row was left out after a try that may have arrived is found, and in which try", async () => {
  const applied: Fault = { kind: "reply", applied: true, reply: { status: 502, body: "" } };
  const shop = workshop();
  const server = await practiceServer({ faults: forBatches(applied, NO) });
  shop.put({ rows: customers(3) });
  const sender = shop.sender(server, { random: () => 0 });
  sender.start();
  await sender.drain(8000);
  expect(shop.states()).toEqual(["rejected"]);
  const correcting = createCorrecting(shop.db, shop.vault, createUndoLog(shop.db, shop.vault));
  await correcting.leaveOut({ batchId: 1, indexes: [1], leftOut: true });
  await correcting.correctCell(correction(2, "code", "X3"));
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  const history = createHistory(shop.db, shop.vault);
  const story = (customer: string) =>
    history
      .customer({ customer, offset: 0, limit: 9 })
      .items.map(({ row, standing, fields }) => [row, standing, fields[0]?.value]);
  // The first try brought it there; the corrected batch took the others.
  expect(story("C2")).toEqual([[3, "maybe-rejected", "C2"]]);
  expect(story("C3")).toEqual([[4, "maybe-rejected", "C3"]]);
  expect(story("C1")).toEqual([[2, "accepted", "C1"]]);
  expect(story("X3")).toEqual([[4, "accepted", "X3"]]);
  const listed = (customer: string) => history.list({ customer, offset: 0, limit: 9 }).total;
  expect(["C1", "C2", "C3", "X3", "C9"].map(listed)).toEqual([1, 1, 1, 1, 0]);
});

test("the rows show the rules' words, and nothing is sent while one has an error", async () => {
  const { shop, correcting } = await rejected({
    fields: ["code", "custom_date"],
    rows: [
      ["C1", "2001-02-03"],
      ["C2", "2001-02-04"],
    ],
  });
  const { row, counts } = await correcting.correctCell(correction(1, "custom_date", "2001-02-31"));
  expect(row).toMatchObject({
    row: 3,
    status: "error",
    corrected: [1],
    before: [{ at: 1, value: "2001-02-04" }],
    problems: [{ field: "custom_date", severity: "error" }],
  });
  expect(counts).toMatchObject({ total: 2, invalid: 1, toSend: 1 });
  expect(() => shop.queue.resolve(1, "resend")).toThrow(
    expect.objectContaining({ code: "corrected-rows-invalid" }),
  );
  expect(shop.states()).toEqual(["rejected"]);
  const page = await correcting.rows({ batchId: 1, filter: "errors", offset: 0, limit: 10 });
  expect(page).toMatchObject({ total: 1, rows: [{ index: 1 }], fields: ["code", "custom_date"] });
  const { row: back } = await correcting.correctCell(correction(1, "custom_date", "2001-02-04"));
  expect(back.corrected).toEqual([]);
  shop.queue.resolve(1, "resend");
  expect(logOf(shop).at(-1)).toMatchObject({ state: "queued", cause: "resend" });
});

test("a batch whose row lost its code must not go twice any more", async () => {
  const { shop, correcting } = await rejected({ rows: customers(2) });
  const { row } = await correcting.correctCell(correction(0, "code", ""));
  expect(row.problems.map(({ code }) => code)).toEqual(["row-without-key"]);
  shop.queue.resolve(1, "resend");
  expect(shop.db.prepare("SELECT repeatable FROM batches").pluck().get()).toBe(0);
});

test("a batch with every row left out is cancelled, and the import goes on", async () => {
  const { shop, server, importId, sender, correcting } = await rejected({
    rows: customers(4),
    batchRows: 2,
  });
  await correcting.leaveOut({ batchId: 1, indexes: [0, 1], leftOut: true });
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  expect(shop.states()).toEqual(["cancelled", "accepted"]);
  expect(server.applied().flatMap(({ rows }) => rows)).toEqual(customers(2, 3));
  expect(shop.importRow(importId)).toMatchObject({ state: "partly-accepted", rows_total: 4 });
  expect(shop.queue.list({ offset: 0, limit: 10 }).total).toBe(0);
});

test("rows that no longer fit one request become batches right behind, in the list's order", async () => {
  const { shop, server, importId, sender, correcting } = await rejected({
    rows: customers(4),
    batchRows: 3,
  });
  await correcting.correctCell(correction(0, "first_name", "a|b"));
  await correcting.correctCell(correction(1, "first_name", "a,b"));
  await correcting.correctCell(correction(2, "first_name", "a\tb"));
  const { counts } = await correcting.rows({ batchId: 1, filter: "all", offset: 0, limit: 9 });
  expect(counts.invalid).toBe(0);
  shop.queue.resolve(1, "resend");
  const placed = shop.db
    .prepare(
      "SELECT id, row_number() OVER (ORDER BY position) AS number FROM batches ORDER BY position",
    )
    .all();
  const total = placed.length;
  expect(placed[0]).toEqual({ id: 1, number: 1 });
  expect(placed.at(-1)).toEqual({ id: 2, number: total });
  await sender.drain(8000);
  expect(server.applied().flatMap(({ rows }) => rows.map(([code]) => code))).toEqual([
    "C1",
    "C2",
    "C3",
    "C4",
  ]);
  expect(shop.importRow(importId)).toMatchObject({
    state: "accepted",
    batches_total: total,
    batches_accepted: total,
    batches_open: 0,
    rows_accepted: 4,
  });
  expect(batchesOf(shop, "C4")).toEqual([2]);
  for (const code of ["C1", "C2", "C3"]) {
    const holders = batchesOf(shop, code).filter((id) =>
      readPayload(shop.db, shop.vault, id)?.rows.some(({ values }) => values[0] === code),
    );
    expect(holders).toHaveLength(1);
  }
});

test("corrections are taken back and done again until the batch is sent, never after", async () => {
  const { shop, sender, correcting, undoLog } = await rejected({ rows: customers(2) }, NO);
  const shown = async () => {
    const page = await correcting.rows({ batchId: 1, filter: "all", offset: 0, limit: 10 });
    return page.rows.map(({ values, leftOut }) => [values[1], leftOut]);
  };
  await correcting.correctCell(correction(0, "first_name", "Anna"));
  await correcting.leaveOut({ batchId: 1, indexes: [1], leftOut: true });
  await undoLog.undo();
  await undoLog.undo();
  expect(await shown()).toEqual([
    ["Name 1", false],
    ["Name 2", false],
  ]);
  await undoLog.redo();
  await undoLog.redo();
  expect(await shown()).toEqual([
    ["Anna", false],
    ["Name 2", true],
  ]);
  shop.queue.resolve(1, "resend");
  await expect(undoLog.undo()).rejects.toMatchObject({ code: "undo-log-changed" });
  await sender.drain(8000);
  expect(shop.states()).toEqual(["rejected"]);
  // Rejected again: the former corrections were about other rows.
  await expect(undoLog.undo()).rejects.toMatchObject({ code: "undo-log-changed" });
  expect(await shown()).toEqual([["Anna", false]]);
});

test("a batch set aside is corrected; a late answer about its former rows changes nothing", async () => {
  const { shop, correcting } = await rejected({ rows: customers(2) });
  const aside = "UPDATE batches SET state = 'uncertain', reason_code = ?, sent_by = 'gone'";
  shop.db.prepare(aside).run("reason-unreadable");
  const ask = { batchId: 1, filter: "all", offset: 0, limit: 9 } as const;
  await expect(correcting.rows(ask)).rejects.toMatchObject({ code: "batch-not-correctable" });
  shop.db.prepare(aside).run("reason-gave-up");
  shop.db
    .prepare("UPDATE imports SET batches_rejected = 0, batches_uncertain = 1, rows_uncertain = 2")
    .run();
  expect(getBatch(shop.db, shop.vault, 1).correctable).toBe(true);
  await correcting.correctCell(correction(0, "first_name", "Anna"));
  shop.queue.resolve(1, "resend");
  expect(shop.db.prepare("SELECT sent_by FROM batches").pluck().get()).toBeNull();
  expect(shop.states()).toEqual(["queued"]);
});

test("a batch on its way, accepted, or released to its list cannot be corrected", async () => {
  const { shop, correcting } = await rejected({ rows: customers(2) });
  const refused = () =>
    expect(correcting.correctCell(correction(0, "first_name", "Anna"))).rejects.toMatchObject({
      code: "batch-not-correctable",
    });
  for (const state of ["queued", "sending", "accepted", "cancelled"]) {
    shop.db.prepare("UPDATE batches SET state = ?").run(state);
    await refused();
  }
  shop.db.prepare("UPDATE batches SET state = 'rejected', released = 1").run();
  await refused();
});

test("passwords and PINs are neither shown nor overwritten", async () => {
  const { correcting } = await rejected({
    fields: ["code", "customer_PIN"],
    rows: [["C1", "4711"]],
  });
  const { rows } = await correcting.rows({ batchId: 1, filter: "all", offset: 0, limit: 1 });
  expect(JSON.stringify(rows)).not.toContain("4711");
  await expect(correcting.correctCell(correction(0, "customer_PIN", "1"))).rejects.toMatchObject({
    code: "bad-input",
  });
});

test("a customer who is forgotten is gone from corrections and from what was sent before", async () => {
  const { shop, correcting, sender } = await rejected({ rows: customers(3) }, NO);
  await correcting.correctCell(correction(0, "code", "X1"));
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  await correcting.correctCell(correction(1, "first_name", "Berta"));
  await correcting.correctCell(correction(2, "first_name", "Carla"));
  const ask = { confirm: true, includeQueue: false };
  forgetCustomer(shop.db, shop.vault, { ...ask, customer: "C2" });
  forgetCustomer(shop.db, shop.vault, { ...ask, customer: "C1" });
  const { rows } = await correcting.rows({ batchId: 1, filter: "all", offset: 0, limit: 9 });
  expect(rows.map(({ values }) => values)).toEqual([
    ["X1", "Name 1"],
    ["C3", "Carla"],
  ]);
  const [earlier] = getBatch(shop.db, shop.vault, 1).earlier;
  expect(earlier?.reply).toBeNull();
  expect(earlier?.rowsSent.map(({ values }) => values[0])).toEqual(["", "", "C3"]);
});

test("retention takes corrections and former rows away with the rest", async () => {
  const { shop, correcting, sender } = await rejected({ rows: customers(2) }, NO);
  await correcting.correctCell(correction(0, "first_name", "Anna"));
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  await correcting.correctCell(correction(1, "first_name", "Berta"));
  const left = shop.db
    .prepare("SELECT (SELECT count(*) FROM batch_earlier) + (SELECT count(*) FROM batch_mends)")
    .pluck();
  const years = 1000 * 24 * 60 * 60 * 1000;
  await purgeOldRows(shop.db, Date.now() + years);
  // Nobody has decided about it: it waits in the queue, however long.
  expect(left.get()).toBe(2);
  expect((await correcting.rows({ batchId: 1, filter: "all", offset: 0, limit: 9 })).total).toBe(2);
  shop.queue.cancelBatch(1);
  await purgeOldRows(shop.db, Date.now() + years);
  expect(left.get()).toBe(0);
});

test("whichever way it is sent again, a batch goes with the rows as they were corrected", async () => {
  const { shop, server, sender, correcting } = await rejected({ rows: customers(2) });
  await correcting.correctCell(correction(0, "first_name", "Anna"));
  shop.queue.resolve(1, "resend");
  await sender.drain(8000);
  expect(server.applied().flatMap(({ rows }) => rows)).toEqual([
    ["C1", "Anna"],
    ["C2", "Name 2"],
  ]);
});

test("a body made ahead is made anew where the rows have changed since", () => {
  const shop = workshop();
  shop.put({ rows: customers(2) });
  const bodies = createBatchBodies(shop.db, shop.vault);
  const credentials = { userId: "u", apiKey: "k", accountId: "practicestore" };
  const connection = resolvedTo({ url: "https://api.example.com/", credentials });
  bodies.prepare([1], connection);
  const forget = { customer: "C1", confirm: true, includeQueue: true };
  forgetCustomer(shop.db, shop.vault, forget);
  const body = new URLSearchParams(bodies.body(1, connection).toString());
  expect(body.get("profiles_data")).toBe("C2|Name 2");
});

test("a code typed into a row is compared with the import's other batches too, as sent and as corrected", async () => {
  const { correcting, shop } = await rejected({ rows: customers(6), batchRows: 3 });
  shop.db.exec("UPDATE batches SET state = 'rejected' WHERE id = 2");
  const codes = async (batchId: number) => {
    const page = await correcting.rows({ batchId, filter: "warnings", offset: 0, limit: 9 });
    return page.rows.flatMap(({ problems }) =>
      problems.map(({ code, params }) => [code, params.first]),
    );
  };
  await correcting.correctCell(correction(0, "code", "C5"));
  expect(await codes(1)).toEqual([["repeated-code-elsewhere", 6]]);
  // The other row gets a code of its own: nothing repeats any more; then both type the same one.
  await correcting.correctCell({ batchId: 2, index: 1, field: "code", value: "X9" });
  expect(await codes(1)).toEqual([]);
  await correcting.correctCell(correction(2, "code", "X9"));
  expect(await codes(1)).toEqual([["repeated-code-elsewhere", 6]]);
  expect(await codes(2)).toEqual([["repeated-code-elsewhere", 4]]);
  await correcting.leaveOut({ batchId: 1, indexes: [2], leftOut: true });
  expect(await codes(2)).toEqual([]);
});
