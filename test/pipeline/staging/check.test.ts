import { expect, test } from "vitest";
import { sweepStagings } from "../../../main/pipeline/staging/sweep.ts";
import { csv, openWorkshop } from "../../features/importing/workshop.ts";
import { onPosix } from "../../helpers/posix.ts";

const LONG = 60_000;

function leftovers(db: { prepare(sql: string): { pluck(): { get(): unknown } } }) {
  return ["stagings", "staged_chunks", "staged_problems"].map((table) =>
    db.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
}

test("a check tells its progress at most every 100 ms and ends with counts", async () => {
  const { open, check, events } = openWorkshop();
  const draft = await open("customers.csv", csv(LONG));
  expect(await check(draft.id)).toMatchObject({
    kind: "done",
    counts: { total: LONG, valid: LONG, toSend: LONG },
    batches: LONG / 500,
  });
  const rows = events.flatMap((event) =>
    event.kind === "draft" && event.check.kind === "running" ? [event.check.rowsRead] : [],
  );
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  expect(events.filter((event) => event.kind === "draft").length).toBeLessThan(LONG / 500);
});

test("a check that was done is not done again", async () => {
  const { open, check, workers } = openWorkshop();
  const draft = await open("customers.csv", csv(3));
  await check(draft.id);
  await check(draft.id);
  expect(workers).toHaveLength(1);
});

test("a worker killed in the middle is told as failed, leaves nothing, and a new check works", async () => {
  const { open, check, drafts, workers, until, db, close } = openWorkshop();
  const draft = await open("customers.csv", csv(LONG));
  await drafts.check({ draftId: draft.id });
  await until((event) => event.kind === "draft" && isReading(event.check));
  workers.at(-1)?.kill();
  await until((event) => event.kind === "draft" && event.check.kind === "failed");
  const failed = await drafts.get({ draftId: draft.id });
  expect(failed.check).toMatchObject({
    kind: "failed",
    error: { code: "worker-ended", retry: true },
  });
  expect(failed.mapping).toEqual(draft.mapping);
  expect(await check(draft.id)).toMatchObject({ kind: "done", counts: { total: LONG } });
  expect(db.prepare("SELECT count(*) FROM stagings WHERE state = 'running'").pluck().get()).toBe(0);
  await close();
});

function isReading(check: { readonly kind: string; readonly rowsRead?: number }): boolean {
  return check.kind === "running" && (check.rowsRead ?? 0) > 0;
}

test("a cancelled check leaves nothing behind and keeps the check before it with its corrections", async () => {
  const { open, check, drafts, until, events, db } = openWorkshop();
  const draft = await open("customers.csv", csv(LONG));
  await check(draft.id);
  const before = [...events];
  await drafts.correctCell({ draftId: draft.id, index: 3, field: "first_name", value: "Eva" });
  const { options } = await drafts.get({ draftId: draft.id });
  await drafts.setOptions({
    draftId: draft.id,
    options: { ...options, repeatedRows: "keep-first" },
  });
  await drafts.check({ draftId: draft.id });
  await until(
    (event) => event.kind === "draft" && isReading(event.check) && !before.includes(event),
  );
  await drafts.cancelCheck({ draftId: draft.id });
  expect((await drafts.get({ draftId: draft.id })).check).toEqual({ kind: "none" });
  await sweepStagings(db);
  expect(leftovers(db)).toEqual([1, LONG / 500, 0]);
  await drafts.setOptions({ draftId: draft.id, options });
  const page = await drafts.rows({ draftId: draft.id, filter: "all", offset: 3, limit: 1 });
  expect(page.rows[0]?.values[1]).toBe("Eva");
});

onPosix(
  {
    title: "a check whose process stands still leaves nothing either when it is cancelled",
    reason: "no signal makes a process stand still",
  },
  async ({ signal }) => {
    const { open, drafts, until, db } = openWorkshop();
    const draft = await open("customers.csv", csv(LONG));
    await drafts.check({ draftId: draft.id });
    await until((event) => event.kind === "draft" && isReading(event.check));
    const pid = db.prepare("SELECT pid FROM stagings WHERE state = 'running'").pluck().get();
    signal(Number(pid), "SIGSTOP");
    await drafts.cancelCheck({ draftId: draft.id });
    await sweepStagings(db);
    expect(leftovers(db)).toEqual([0, 0, 0]);
  },
);

test("changing the mapping ends a running check", async () => {
  const { open, drafts } = openWorkshop();
  const draft = await open("customers.csv", csv(LONG));
  await drafts.check({ draftId: draft.id });
  const changed = await drafts.setMapping({
    draftId: draft.id,
    mapping: [{ field: "code", columns: [0], transforms: [] }],
  });
  expect(changed.check).toEqual({ kind: "none" });
});

test("a draft removed during its check leaves nothing", async () => {
  const { open, drafts, db, close, dir } = openWorkshop();
  const draft = await open("customers.csv", csv(LONG));
  await drafts.check({ draftId: draft.id });
  await drafts.remove({ draftId: draft.id });
  await sweepStagings(db);
  expect(leftovers(db)).toEqual([0, 0, 0]);
  await close();
  expect(await openWorkshop(dir).drafts.list()).toEqual([]);
});

test("what a dead process was checking is cleared away at the next start", async () => {
  const first = openWorkshop();
  await first.open("customers.csv", csv(5));
  first.db
    .prepare(
      `INSERT INTO stagings (state, fields, source, signature, pid, created_at)
       VALUES ('running', '[]', '', '', 2147483646, 0)`,
    )
    .run();
  await first.close();
  const again = openWorkshop(first.dir);
  await sweepStagings(again.db);
  expect(leftovers(again.db)).toEqual([0, 0, 0]);
});

test("dates whose format only later rows prove are proven by the whole column", async () => {
  const { open, check, drafts } = openWorkshop();
  const draft = await open(
    "customers.csv",
    csv(400, (row) => [
      `C${row}`,
      "Ana",
      "ana@example.com",
      row === 333 ? "25/12/1980" : "03/04/1980",
    ]),
  );
  expect(draft.mapping.find((each) => each.field === "custom_date")?.dateFormat).toBeUndefined();
  expect(await check(draft.id)).toMatchObject({ kind: "done", counts: { valid: 400 } });
  const checked = await drafts.get({ draftId: draft.id });
  expect(checked.mapping.at(-1)).toMatchObject({ field: "custom_date", dateFormat: "DD/MM/YYYY" });
  const page = await drafts.rows({ draftId: draft.id, filter: "all", offset: 332, limit: 1 });
  expect(page.rows[0]?.values[3]).toBe("1980-12-25");
});

test("dates that stay open block the columns until a format is chosen", async () => {
  const { open, check, drafts, db } = openWorkshop();
  const draft = await open(
    "customers.csv",
    csv(400, (row) => [`C${row}`, "Ana", "ana@example.com", "03/04/1980"]),
  );
  expect(draft.missing.columns).toEqual([]);
  expect(await check(draft.id)).toMatchObject({
    kind: "failed",
    error: { code: "date-format-undecided" },
  });
  const blocked = await drafts.get({ draftId: draft.id });
  expect(blocked.missing.columns.map((each) => [each.code, each.field])).toEqual([
    ["date-format-undecided", "custom_date"],
  ]);
  await sweepStagings(db);
  expect(leftovers(db)).toEqual([0, 0, 0]);
  const mapping = draft.mapping.map((each) =>
    each.field === "custom_date" ? { ...each, dateFormat: "MM/DD/YYYY" as const } : each,
  );
  const chosen = await drafts.setMapping({ draftId: draft.id, mapping });
  expect(chosen.missing.columns).toEqual([]);
  expect(await check(draft.id)).toMatchObject({ kind: "done", counts: { valid: 400 } });
});

test("dates of a short list ask for their format before anything is read", async () => {
  const { open, drafts } = openWorkshop();
  const draft = await open(
    "customers.csv",
    csv(40, (row) => [`C${row}`, "Ana", "ana@example.com", "03/04/1980"]),
  );
  expect(draft.missing.columns.map((each) => [each.code, each.field])).toEqual([
    ["date-format-undecided", "custom_date"],
  ]);
  expect(draft.dateFormats).toEqual(["DD/MM/YYYY", "MM/DD/YYYY"]);
  const mapping = draft.mapping.map((each) =>
    each.field === "custom_date" ? { ...each, dateFormat: "MM/DD/YYYY" as const } : each,
  );
  expect((await drafts.setMapping({ draftId: draft.id, mapping })).missing.columns).toEqual([]);
});

test("a list that changes while it is read fails and leaves nothing", async () => {
  const { open, drafts, write, db, until } = openWorkshop();
  const draft = await open("customers.csv", csv(LONG));
  await drafts.check({ draftId: draft.id });
  write("customers.csv", csv(2));
  await until((event) => event.kind === "draft" && event.check.kind === "failed");
  expect((await drafts.get({ draftId: draft.id })).missing.file).toHaveLength(1);
  await sweepStagings(db);
  expect(leftovers(db)).toEqual([0, 0, 0]);
});

test("the batches told are those that are made where rows leave no delimiter in common", async () => {
  const { open, check, drafts, db } = openWorkshop();
  const rows = Array.from({ length: 400 }, (_, at) => {
    // Ten with a bar and a comma, ten with a tab: no batch holds rows of both.
    const name = at % 20 < 10 ? `"Ann | Lake, Ben"` : `Ann\tLake`;
    return `C${1000 + at},${name},Bath\n`;
  });
  const draft = await open("customers.csv", `code,first_name,city\n${rows.join("")}`);
  const done = await check(draft.id);
  expect(done).toMatchObject({ kind: "done", counts: { toSend: 400 }, batches: 40 });
  const { importId } = await drafts.send({ draftId: draft.id, confirmOverwrite: false });
  const made = db.prepare("SELECT count(*) FROM batches WHERE import_id = ?").pluck().get(importId);
  expect(made).toBe(40);
});
