import { expect, test } from "vitest";
import { createQueue } from "../../../../main/features/queue/queue.ts";
import { csv, openWorkshop, queuedRows, type Workshop } from "../workshop.ts";

const rowsOf = (shop: Workshop, importId: number) =>
  queuedRows(shop, importId).map((each) => each.row);

/** What became of an import's batches, as the sender would have written it. */
function end(shop: Workshop, importId: number, state: "accepted" | "rejected"): void {
  shop.db.prepare("UPDATE batches SET state = ? WHERE import_id = ?").run(state, importId);
  shop.db
    .prepare("UPDATE imports SET state = ?, batches_open = 0, finished_at = 1 WHERE id = ?")
    .run(state, importId);
  shop.drafts.settleTrials();
}

async function checked(shop: Workshop, rows = 1200) {
  const { id } = await shop.open(
    "customers.csv",
    csv(rows, (row) => (row === 2 ? ["C2", "Bo", "bo@example.com", "1980-13-45"] : null)),
  );
  await shop.check(id);
  return id;
}

test("a trial sends the first valid rows, the rest sends exactly the others", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const draftId = await checked(shop);
  expect((await drafts.get({ draftId })).trial).toMatchObject({ suggested: true, importId: null });
  const trial = await drafts.send({ draftId, confirmOverwrite: false, trialRows: 10 });
  expect(rowsOf(shop, trial.importId)).toEqual([2, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const waiting = await drafts.get({ draftId });
  expect(waiting).toMatchObject({
    trial: { suggested: false, importId: trial.importId, rows: 10, state: "queued", over: false },
    check: { counts: { total: 1200, toSend: 1189 } },
  });
  // While its outcome is open nothing more goes out.
  await expect(drafts.send({ draftId, confirmOverwrite: false })).rejects.toMatchObject({
    code: "trial-not-over",
  });
  const again = await drafts.send({ draftId, confirmOverwrite: false, trialRows: 10 });
  expect(again).toEqual(trial);

  end(shop, trial.importId, "accepted");
  expect((await drafts.get({ draftId })).trial).toMatchObject({ state: "accepted", over: true });
  const rest = await drafts.send({ draftId, confirmOverwrite: false });
  // The rest has become part of it.
  expect(rest).toEqual(trial);
  expect(rowsOf(shop, rest.importId)).toEqual(
    [2].concat(Array.from({ length: 1198 }, (_, at) => at + 4)),
  );
  expect(await drafts.list()).toEqual([]);
  const left = shop.db
    .prepare("SELECT sealed_rows FROM import_leftovers WHERE import_id = ?")
    .pluck()
    .all(rest.importId) as Buffer[];
  expect(left.flatMap((each) => shop.vault.openJson<[number][]>(each)).map(([row]) => row)).toEqual(
    [3],
  );
});

test("rows of the trial stay out of the rest after corrections, another mapping and a restart", async () => {
  const first = openWorkshop();
  const draftId = await checked(first);
  const { importId } = await first.drafts.send({ draftId, confirmOverwrite: false, trialRows: 3 });
  end(first, importId, "accepted");
  await first.close();

  const shop = openWorkshop(first.dir);
  const { drafts } = shop;
  const closed = { code: "row-sent" };
  await expect(
    drafts.correctCell({ draftId, index: 2, field: "code", value: "C900" }),
  ).rejects.toMatchObject(closed);
  await expect(drafts.leaveOut({ draftId, indexes: [0], leftOut: true })).rejects.toMatchObject(
    closed,
  );
  const { mapping } = await drafts.get({ draftId });
  await drafts.setMapping({
    draftId,
    mapping: mapping.filter((each) => each.field !== "custom_date"),
  });
  await shop.check(draftId);
  const page = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 5 });
  // Without the dates row 3 is valid: it goes with the rest.
  expect(page.rows.map((each) => each.sent)).toEqual([true, false, true, true, false]);
  const rest = await drafts.send({ draftId, confirmOverwrite: false });
  expect(rowsOf(shop, rest.importId)).toEqual([
    3,
    ...Array.from({ length: 1196 }, (_, at) => at + 6),
  ]);
});

test("rows of a rejected trial go again, and its batch never does", async () => {
  const shop = openWorkshop();
  const { drafts, db, vault } = shop;
  const draftId = await checked(shop, 100);
  const trial = await drafts.send({ draftId, confirmOverwrite: false, trialRows: 10 });
  end(shop, trial.importId, "rejected");
  expect(await drafts.get({ draftId })).toMatchObject({
    trial: { state: "rejected", over: true },
    check: { counts: { toSend: 99 } },
  });
  const batchId = db
    .prepare("SELECT id FROM batches WHERE import_id = ?")
    .pluck()
    .get(trial.importId) as number;
  expect(() => createQueue(db, vault).resolve(batchId, "resend")).toThrow(
    expect.objectContaining({ code: "batch-not-uncertain" }),
  );
  const second = await drafts.send({ draftId, confirmOverwrite: false, trialRows: 1 });
  expect(rowsOf(shop, second.importId)).toEqual([2]);
  end(shop, second.importId, "accepted");
  const rest = await drafts.send({ draftId, confirmOverwrite: false });
  expect(rest).toEqual(second);
  expect(rowsOf(shop, rest.importId)).toEqual(
    [2].concat(Array.from({ length: 98 }, (_, at) => at + 4)),
  );
});

test("a cancelled trial gives its rows back, and taking the cancelling back is refused", async () => {
  const shop = openWorkshop();
  const { drafts, db, vault } = shop;
  const draftId = await checked(shop, 100);
  const trial = await drafts.send({ draftId, confirmOverwrite: false, trialRows: 10 });
  createQueue(db, vault).cancelImport(trial.importId);
  const rest = await drafts.send({ draftId, confirmOverwrite: false });
  expect(rowsOf(shop, rest.importId)).toHaveLength(99);
  expect(
    db.prepare("SELECT released FROM batches WHERE import_id = ?").pluck().all(trial.importId),
  ).toEqual([1]);
});

test("while rows of a trial are out, the list and the connection stay as they are", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const draftId = await checked(shop, 100);
  const { options } = await drafts.get({ draftId });
  await drafts.send({ draftId, confirmOverwrite: false, trialRows: 10 });
  const refused = { code: "draft-has-trial" };
  await expect(drafts.setReading({ draftId, headerRow: 2 })).rejects.toMatchObject(refused);
  await expect(
    drafts.setOptions({ draftId, options: { ...options, connectionId: null } }),
  ).rejects.toMatchObject(refused);
  const changed = await drafts.setOptions({ draftId, options: { ...options, campaigns: ["9"] } });
  expect(changed.options.campaigns).toEqual(["9"]);
});

test("a trial is not suggested for a mapping that was sent, nor for a short list", async () => {
  const shop = openWorkshop();
  const { drafts, open } = shop;
  const draftId = await checked(shop, 100);
  await drafts.send({ draftId, confirmOverwrite: false });
  const known = await open("april.csv", csv(100));
  expect(known.trial.suggested).toBe(false);
  const other = await drafts.setMapping({
    draftId: known.id,
    mapping: known.mapping.filter((each) => each.field !== "email"),
  });
  expect(other.trial.suggested).toBe(true);
  const short = await open("short.csv", "code,city\n1,Reno\n2,Elko\n");
  await shop.check(short.id);
  expect((await drafts.get({ draftId: short.id })).trial.suggested).toBe(false);
});

test("a trial killed in the middle leaves nothing half done", async () => {
  const shop = openWorkshop();
  const { drafts, db, workers } = shop;
  const draftId = await checked(shop, 20_000);
  const sending = drafts.send({ draftId, confirmOverwrite: false, trialRows: 1000 });
  const ended = sending.then(
    ({ importId }) => importId,
    () => null,
  );
  const before = workers.length;
  while (workers.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
  workers.at(-1)?.kill();
  const importId = await ended;
  const { trial, check } = await drafts.get({ draftId });
  expect(trial.importId).toBe(importId);
  expect(check).toMatchObject({ counts: { toSend: importId === null ? 19_999 : 18_999 } });
  const visible = db.prepare("SELECT id FROM imports WHERE phase = 'queued'").pluck().all();
  expect(visible).toEqual(importId === null ? [] : [importId]);
});
