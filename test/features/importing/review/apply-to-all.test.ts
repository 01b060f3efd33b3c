import { expect, test } from "vitest";
import { csv, openWorkshop, type Workshop } from "../workshop.ts";

const bad = (row: number, mail = `ana${row}@example.com`) => [
  `C${row}`,
  `Ana ${row}`,
  mail,
  row % 2 === 0 ? "0000-00-01" : "someday",
];

/** Rows 1 to 40 of 100: every second date "someday", the others "0000-00-01". */
async function checked(shop: Workshop, rows = 100, wrong = 40): Promise<number> {
  const { id, mapping } = await shop.open(
    "list.csv",
    csv(rows, (row) => (row <= wrong ? bad(row) : null)),
  );
  await shop.drafts.setMapping({
    draftId: id,
    mapping: mapping.map((each) =>
      each.field === "custom_date" ? { ...each, dateFormat: "YYYY-MM-DD" } : each,
    ),
  });
  await shop.check(id);
  return id;
}

async function countsOf({ drafts }: Workshop, draftId: number) {
  const { check } = await drafts.get({ draftId });
  if (check.kind !== "done") throw new Error(check.kind);
  return check.counts;
}

test("one problem is emptied in all rows that have it, taken back and done again", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const draftId = await checked(shop, 1300, 1100);
  const kinds = await drafts.problemKinds({ draftId });
  const kind = kinds.find((each) => each.code === "date-unreadable");
  expect(kind).toMatchObject({ field: "custom_date", column: "custom_date", rows: 550 });
  const before = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1000 });

  const how = { kind: "empty" } as const;
  const about = { draftId, code: "date-unreadable", field: "custom_date" as const };
  const { changed, check } = await drafts.applyToAll({ ...about, how });
  expect([changed, check]).toMatchObject([550, { counts: { invalid: 550, toSend: 750 } }]);
  const after = await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1000 });
  expect(after.rows[0]).toMatchObject({
    values: ["C1", "Ana 1", "ana1@example.com", ""],
    corrected: [3],
  });
  expect(after.rows[1]).toEqual(before.rows[1]);
  expect(await drafts.undoState({ draftId })).toMatchObject({
    undo: { label: "problem-emptied", params: { count: 550 } },
    redo: null,
  });
  expect((await drafts.applyToAll({ ...about, how })).changed).toBe(0);

  await drafts.undo({ draftId });
  expect(await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1000 })).toEqual(before);
  await drafts.redo({ draftId });
  expect(await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1000 })).toEqual(after);
});

test("a value is replaced where the cell holds just that value, corrections made before come back", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const draftId = await checked(shop);
  const field = "custom_date" as const;
  await drafts.correctCell({ draftId, index: 1, field, value: "someday" });
  await drafts.correctCell({ draftId, index: 2, field, value: "not known" });
  const how = { kind: "replace", from: "someday", to: " 1980-01-31 " } as const;
  const { changed } = await drafts.applyToAll({ draftId, code: "date-unreadable", field, how });
  expect(changed).toBe(20);
  const dates = async () =>
    (await drafts.rows({ draftId, filter: "all", offset: 0, limit: 4 })).rows.map(
      ({ values, corrected }) => [values[3], corrected.length],
    );
  expect(await dates()).toEqual([
    ["1980-01-31", 1],
    ["1980-01-31", 1],
    ["not known", 1],
    ["0000-00-01", 0],
  ]);
  await drafts.undo({ draftId });
  expect(await dates()).toEqual([
    ["someday", 0],
    ["someday", 1],
    ["not known", 1],
    ["0000-00-01", 0],
  ]);
  await drafts.undo({ draftId });
  await drafts.undo({ draftId });
  expect(await countsOf(shop, draftId)).toMatchObject({ invalid: 40 });
  expect((await drafts.undoState({ draftId })).undo).toBeNull();
});

test("rows with one problem are left out together; those left out before stay out when it is taken back", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const draftId = await checked(shop);
  await drafts.leaveOut({ draftId, indexes: [0], leftOut: true });
  const how = { kind: "leave-out" } as const;
  const about = { draftId, code: "date-unreadable", field: "custom_date" as const, how };
  expect(await drafts.applyToAll(about)).toMatchObject({
    changed: 19,
    check: { counts: { leftOut: 20, invalid: 40 } },
  });
  await drafts.undo({ draftId });
  expect((await countsOf(shop, draftId)).leftOut).toBe(1);
});

test("after codes have changed the repeats of the whole list are found anew", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const rows = csv(1200, (row) =>
    row % 400 === 0 ? ["1.2E+15", "Ana", "ana@example.com", "1980-01-01"] : null,
  );
  const { id: draftId } = await shop.open("list.csv", rows);
  await shop.check(draftId);
  const about = { draftId, code: "number-rounded", field: "code" as const };
  const how = { kind: "replace", from: "1.2E+15", to: "C1" } as const;
  expect(await drafts.applyToAll({ ...about, how })).toMatchObject({
    changed: 3,
    check: { counts: { invalid: 0, warnings: 3 } },
  });
  await drafts.undo({ draftId });
  expect(await countsOf(shop, draftId)).toMatchObject({ invalid: 3, warnings: 0 });
});

test("what a restart finds half done is taken back", async () => {
  const first = openWorkshop();
  const draftId = await checked(first, 30_000, 30_000);
  const steps = first.db.prepare("SELECT count(*) FROM bulk_edit_steps").pluck();
  const about = { draftId, code: "date-unreadable", field: "custom_date" as const };
  const applying = first.drafts.applyToAll({ ...about, how: { kind: "empty" } });
  const ended = applying.then(
    ({ changed }) => changed,
    () => null,
  );
  while (steps.get() === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  first.workers.at(-1)?.kill();
  const changed = await ended;
  const invalid = changed === null ? 30_000 : 15_000;
  expect(await countsOf(first, draftId)).toMatchObject({ invalid });
  first.db.prepare("UPDATE bulk_edits SET state = 'running', pid = 2147483646").run();
  await first.close();

  const again = openWorkshop(first.dir);
  const running = again.db.prepare("SELECT count(*) FROM bulk_edits WHERE state = 'running'");
  while (running.pluck().get() !== 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await countsOf(again, draftId)).toMatchObject({ invalid: 30_000 });
});

test("100,000 rows are corrected while other calls are answered and the queue is written", async () => {
  const shop = openWorkshop();
  const { drafts, db } = shop;
  const draftId = await checked(shop, 100_000, 100_000);
  const write = db.prepare("UPDATE drafts SET updated_at = updated_at + 1 WHERE id = ?");
  let done = false;
  const applying = drafts
    .applyToAll({
      ...{ draftId, code: "date-unreadable", field: "custom_date" as const },
      how: { kind: "leave-out" },
    })
    .finally(() => {
      done = true;
    });
  let turns = 0;
  while (!done) {
    write.run(draftId);
    turns += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect((await applying).changed).toBe(50_000);
  expect(turns).toBeGreaterThan(10);
});

test("a problem of the whole row can only be left out", async () => {
  const shop = openWorkshop();
  const { id: draftId } = await shop.open("list.csv", "code,first_name\n1,Ana\n,Bo\n");
  await shop.check(draftId);
  const about = { draftId, code: "row-without-key", field: null };
  await expect(shop.drafts.applyToAll({ ...about, how: { kind: "empty" } })).rejects.toMatchObject({
    code: "bad-input",
  });
  expect(await shop.drafts.applyToAll({ ...about, how: { kind: "leave-out" } })).toMatchObject({
    changed: 1,
    check: { counts: { toSend: 1 } },
  });
});

test("a part of values is replaced where it stands in them, as often as was counted", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const { id: draftId } = await shop.open(
    "list.csv",
    csv(40, (row) => (row <= 12 ? [`C${row}`, "Ana", `ana${row}(at)example.com`, ""] : null)),
  );
  await shop.check(draftId);
  const kinds = await drafts.problemKinds({ draftId });
  const kind = kinds.find(({ field }) => field === "email");
  const about = { draftId, code: kind?.code ?? "", field: "email" as const };
  const whole = { kind: "replace", from: "(at)", to: "@" } as const;
  expect(await drafts.countAlike({ ...about, how: whole })).toBe(0);
  const part = { ...whole, part: true };
  expect(await drafts.countAlike({ ...about, how: part })).toBe(12);
  expect((await drafts.applyToAll({ ...about, how: part })).changed).toBe(12);
  const first = async () =>
    (await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1 })).rows[0]?.values[2];
  expect(await first()).toBe("ana1@example.com");
  await drafts.undo({ draftId });
  expect(await first()).toBe("ana1(at)example.com");
  await drafts.redo({ draftId });
  expect(await first()).toBe("ana1@example.com");
});

test("what was corrected can be taken back also after an option was changed", async () => {
  const shop = openWorkshop();
  const { drafts } = shop;
  const draftId = await checked(shop, 10, 4);
  await drafts.correctCell({ draftId, index: 0, field: "first_name", value: "Bea" });
  const about = { draftId, code: "date-unreadable", field: "custom_date" as const };
  await drafts.applyToAll({ ...about, how: { kind: "empty" } });
  const { options } = await drafts.get({ draftId });
  await drafts.setOptions({ draftId, options: { ...options, repeatedRows: "keep-first" } });
  await shop.check(draftId);
  const first = async () =>
    (await drafts.rows({ draftId, filter: "all", offset: 0, limit: 1 })).rows[0]?.values;
  expect(await first()).toEqual(["C1", "Bea", "ana1@example.com", ""]);
  await drafts.undo({ draftId });
  expect(await first()).toEqual(["C1", "Bea", "ana1@example.com", "someday"]);
  await drafts.undo({ draftId });
  expect(await first()).toEqual(["C1", "Ana 1", "ana1@example.com", "someday"]);
  await drafts.redo({ draftId });
  expect((await first())?.[1]).toBe("Bea");
  // Another mapping means other values: nothing of it is taken back by chance.
  const { mapping } = await drafts.get({ draftId });
  await drafts.setMapping({ draftId, mapping: mapping.slice(0, 3) });
  await shop.check(draftId);
  expect((await drafts.undoState({ draftId })).undo).toBeNull();
});
