import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createHistory } from "../../../main/features/history/history.ts";
import { forgetCustomer } from "../../../main/features/privacy/forget/forget-customer.ts";
import { purgeOldRows } from "../../../main/features/privacy/retention/retention.ts";
import { createCorrecting } from "../../../main/features/queue/corrections/correcting.ts";
import { createQueue } from "../../../main/features/queue/queue.ts";
import { DATABASE_FILE, openDatabase } from "../../../main/records/database/open.ts";
import { createBatchStore } from "../../../main/records/imports/batches/batch-store.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import type { GeneratedRow } from "../../../preload/types.ts";
import { testApp } from "../../app/window.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { type UndoWorkshop, undoWorkshop } from "../rollback/workshop.ts";

const ALL = { confirm: true, includeQueue: true };
const FIELDS = ["first_name", "email"] as const;

function forget(shop: UndoWorkshop, customer: string) {
  return forgetCustomer(shop.db(), shop.vault, { customer, ...ALL });
}

async function generated(shop: UndoWorkshop, importId: number): Promise<readonly GeneratedRow[]> {
  const history = createHistory(shop.db(), shop.vault);
  return (await history.generated({ importId, offset: 0, limit: 9 })).items;
}

test.each(["code", "cardNumber"] as const)(
  "a customer is forgotten by the %s that the platform made up, and nobody else's is lost",
  async (kind) => {
    const shop = undoWorkshop(await practiceServer());
    const id = await shop.import({
      fields: FIELDS,
      rows: [
        ["Ana", "ana@example.com"],
        ["Bea", "bea@example.com"],
        ["Cleo", "cleo@example.com"],
      ],
      options: { generateCardNumbers: 8 },
    });
    const before = await generated(shop, id);
    expect(before.map(({ name }) => name)).toEqual(["Ana", "Bea", "Cleo"]);
    const asked = before[1]?.[kind] ?? "";
    expect(asked).not.toBe("");
    const result = forget(shop, asked);
    expect(result).toMatchObject({ rows: 1, imports: 1, done: true });
    expect(result.known.emails).toEqual(["bea@example.com"]);
    expect(await generated(shop, id)).toEqual([before[0], before[2]]);
    const batch = createHistory(shop.db(), shop.vault).batch(1);
    expect(batch.rowsSent.map(({ values }) => values[0])).toEqual(["Ana", "Cleo"]);
    expect(batch.reply?.body).not.toContain(before[1]?.code);
    expect(batch.reply?.body).not.toContain(before[1]?.cardNumber);
    expect(forget(shop, asked).rows).toBe(0);
  },
);

test("a customer who was sent again by the code that the platform made up is found everywhere", async () => {
  const shop = undoWorkshop(await practiceServer());
  const first = await shop.import({
    fields: FIELDS,
    rows: [
      ["Ana", ""],
      ["Bea", ""],
    ],
  });
  const [ana, bea] = await generated(shop, first);
  await shop.import({
    rows: [
      [ana?.code ?? "", "Anne"],
      [bea?.code ?? "", "Beate"],
    ],
  });
  expect(forget(shop, ana?.code ?? "")).toMatchObject({ rows: 2, imports: 2 });
  const history = createHistory(shop.db(), shop.vault);
  const names = [1, 2].flatMap((id) => history.batch(id).rowsSent.map(({ values }) => values));
  expect(JSON.stringify(names)).not.toMatch(/Ana|Anne/);
  expect(JSON.stringify(names)).toMatch(/Bea.*Beate/);
});

test("rows that an import left out are counted and go, and what else can be undone stays so", async () => {
  const app = await testApp();
  await app.send(
    (await app.draft("may.csv", "code,custom_date\nA1,1990-02-03\nA2,1990-02-31\n")).id,
  );
  const { id: draftId } = await app.draft("june.csv", "code,first_name\nA2,Ana\nA3,Bo\n");
  expect((await app.call("drafts.get", { draftId })).check).toMatchObject({
    counts: { total: 2, toSend: 2 },
  });
  await app.call("queue.pause", {});
  const asked = { customer: "A2", includeQueue: true };
  const found = await app.call("history.forget", { ...asked, confirm: false });
  expect(found).toMatchObject({ rows: 0, leftOutRows: 1, draftRows: 1, imports: 1 });
  expect(await app.call("history.forget", { ...asked, confirm: true })).toMatchObject({
    ...{ leftOutRows: 1, draftRows: 1, done: true },
  });
  // What the review shows is what goes, also in the window that is open.
  expect((await app.call("drafts.get", { draftId })).check).toMatchObject({
    counts: { toSend: 1 },
  });
  const tolds = app.events.filter((event) => event.kind === "draft");
  expect(tolds.at(-1)).toMatchObject({ check: { counts: { toSend: 1 } } });
  expect((await app.call("undo.state", {})).undo).toMatchObject({ label: "queue-paused" });
  expect(await app.call("history.forget", { ...asked, confirm: false })).toMatchObject({
    ...{ rows: 0, leftOutRows: 0, draftRows: 0 },
  });
}, 60_000);

test("changes that hold cells of the person can no longer be taken back", async () => {
  const server = await practiceServer();
  const shop = undoWorkshop(server);
  shop.put({
    rows: [
      ["A1", "Ana"],
      ["A2", "Bo"],
    ],
  });
  const db = shop.db();
  const undoLog = createUndoLog(db, shop.vault);
  const queue = createQueue(db, shop.vault, Date.now, undoLog);
  const store = createBatchStore(db, shop.vault);
  queue.pause({});
  queue.resume({});
  const context = { now: 1, random: Math.random };
  db.prepare("UPDATE batches SET state = 'rejected', attempts = 1").run();
  const correcting = createCorrecting(db, shop.vault, undoLog);
  await correcting.correctCell({ batchId: 1, index: 0, field: "first_name", value: "Anna" });
  expect(undoLog.state().undo?.label).toBe("cell-edited");
  expect(store.apply(1, { kind: "settle" }, context).kind).toBe("moved");
  forget(shop, "A2");
  expect(undoLog.state().undo?.label).toBe("queue-resumed");
});

test("nothing is done while another process reads a state from before, and later it is", async () => {
  const shop = undoWorkshop(await practiceServer());
  const id = await shop.import({
    rows: [
      ["A1", "Ana"],
      ["A2", "Bo"],
    ],
  });
  const db = shop.db();
  const sealed = db.prepare("SELECT sealed_rows FROM batch_rows WHERE batch_id = 1").pluck().get();
  if (!Buffer.isBuffer(sealed)) throw new Error("no rows");
  const lies = () =>
    ["", "-wal"].some((end) =>
      readFileSync(`${shop.dataDir}/${DATABASE_FILE}${end}`).includes(sealed),
    );
  expect(lies()).toBe(true);
  db.pragma("busy_timeout = 50");
  const reader = openDatabase(shop.dataDir);
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM imports").get();
  expect(forget(shop, "A1")).toMatchObject({ rows: 1, done: false });
  expect(lies()).toBe(true);
  reader.exec("COMMIT");
  reader.close();
  expect(forget(shop, "A1")).toMatchObject({ rows: 0, done: true });
  expect(lies()).toBe(false);
  expect(createHistory(db, shop.vault).get(id).batches).toHaveLength(1);
});

test("what a reader has kept in the log goes when the program next looks after old rows", async () => {
  const shop = undoWorkshop(await practiceServer());
  await shop.import({
    rows: [
      ["A1", "Ana"],
      ["A2", "Bo"],
    ],
  });
  const db = shop.db();
  const sealed = db.prepare("SELECT sealed_rows FROM batch_rows WHERE batch_id = 1").pluck().get();
  if (!Buffer.isBuffer(sealed)) throw new Error("no rows");
  const reader = openDatabase(shop.dataDir);
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM imports").get();
  expect(forget(shop, "A1").done).toBe(false);
  reader.close();
  await purgeOldRows(db);
  for (const end of ["", "-wal"]) {
    expect(readFileSync(`${shop.dataDir}/${DATABASE_FILE}${end}`).includes(sealed)).toBe(false);
  }
}, 60_000);
