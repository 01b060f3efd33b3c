import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { type TestApp, testApp } from "../../../app/window.ts";

vi.setConfig({ testTimeout: 120_000 });

/** A list of customers with a date each; row 4 has one that does not exist. */
function list(rows: number, name = "Ana"): string {
  const lines = Array.from({ length: rows }, (_, at) =>
    [`C${at + 1}`, `${name} ${at + 1}`, at === 2 ? "1980-13-45" : "1980-02-03"].join(","),
  );
  return ["code,first_name,custom_date", ...lines].join("\n");
}

async function trial(app: TestApp, draftId: number, trialRows = 10): Promise<number> {
  const { importId } = await app.call("drafts.send", {
    ...{ draftId, trialRows, confirmOverwrite: false },
  });
  await expect
    .poll(async () => (await app.call("drafts.get", { draftId })).trial.over, { timeout: 40_000 })
    .toBe(true);
  return importId;
}

const all = { offset: 0, limit: 50 } as const;

test("a trial and its rest are one import in result, history, export and undo", async () => {
  const app = await testApp();
  await app.send((await app.draft("before.csv", list(30).replaceAll("Ana", "Old"))).id);
  const before = await app.customers();
  const { id: draftId } = await app.draft("list.csv", list(40));
  const trialId = await trial(app, draftId);
  expect(await app.call("history.get", { importId: trialId })).toMatchObject({
    trialOf: draftId,
    counts: { rows: 10 },
  });
  const importId = await app.send(draftId);
  expect(importId).toBe(trialId);

  const detail = await app.call("history.get", { importId });
  expect(detail).toMatchObject({
    ...{ state: "accepted", trialOf: null, finishedAt: expect.any(Number) },
    counts: { rows: 39, rowsAccepted: 39, batches: 2, open: 0, customersNew: 10 },
    checked: { total: 40, invalid: 1, toSend: 39 },
  });
  expect(detail.batches.map((batch) => [batch.position, batch.trial, batch.rows])).toEqual([
    [1, true, 10],
    [2, false, 29],
  ]);
  const { items, total } = await app.call("history.list", all);
  expect([total, items.map(({ id }) => id)]).toEqual([2, [importId, 1]]);
  const problems = await app.call("history.problems", { importId, ...all });
  expect(problems.items.map(({ row }) => row)).toEqual([4]);

  await app.call("history.export", { importId, what: "all", format: "csv" });
  const text = readFileSync(app.saved.at(-1) ?? "", "utf8");
  const rows = text.split("\n").filter((line) => /^"?\d/.test(line) || /C\d+/.test(line));
  expect(rows.map((line) => /C(\d+)/.exec(line)?.[1]).map(Number)).toEqual(
    Array.from({ length: 40 }, (_, at) => at + 1),
  );

  const plan = await app.call("undo.plan", { importId });
  expect(plan.restore.customers).toBe(29);
  const { draftIds } = await app.call("undo.start", { importId });
  for (const id of draftIds) await app.send(id);
  const now = new Map((await app.customers()).map((each) => [each.fields.code, each.fields]));
  for (const { fields } of before) expect(now.get(fields.code)).toEqual(fields);
  expect((await app.call("undo.plan", { importId })).undoneBy).toHaveLength(draftIds.length);
});

test("undoing a whole list while its rest waits takes back the trial and cancels the rest", async () => {
  const app = await testApp();
  const { id: draftId } = await app.draft("list.csv", list(20));
  await trial(app, draftId);
  await app.call("queue.pause", {});
  const { importId } = await app.call("drafts.send", { draftId, confirmOverwrite: false });
  expect(await app.call("undo.state", {})).toMatchObject({ undo: { importId } });
  const plan = await app.call("undo.plan", { importId });
  expect(plan).toMatchObject({ unsent: { batches: 1, rows: 9 }, admin: { steps: 1 } });
  await app.call("undo.start", { importId });
  expect(await app.call("history.get", { importId })).toMatchObject({
    state: "partly-accepted",
    counts: { accepted: 1, cancelled: 1 },
  });
});

test.each([
  [
    "made otherwise",
    async (app: TestApp, draftId: number) => {
      const { mapping } = await app.call("drafts.get", { draftId });
      await app.call("drafts.setMapping", { draftId, mapping: mapping.slice(0, 2) });
      await app.call("drafts.check", { draftId });
      await expect
        .poll(async () => (await app.call("drafts.get", { draftId })).check.kind, {
          timeout: 40_000,
        })
        .toBe("done");
    },
  ],
  [
    "after another list reached the trial's customers",
    async (app: TestApp) => {
      await app.send((await app.draft("between.csv", "code,first_name\nC1,Between\n")).id);
    },
  ],
])("a rest %s is an import of its own", async (_, between) => {
  const app = await testApp();
  const { id: draftId } = await app.draft("list.csv", list(20));
  const trialId = await trial(app, draftId);
  await between(app, draftId);
  const importId = await app.send(draftId);
  expect(importId).not.toBe(trialId);
  expect(await app.call("history.get", { importId: trialId })).toMatchObject({
    counts: { rows: 10 },
  });
});

test("rows that went out with the trial are closed to every correction, and the others are not", async () => {
  const app = await testApp();
  // Every row lacks its date's sense; the first two are corrected and go on trial.
  const bad = "code,first_name,custom_date\n".concat(
    Array.from(
      { length: 8 },
      (_, at) => `C${at + 1},Ana,${at < 2 ? "1980-02-03" : "1980-13-45"}`,
    ).join("\n"),
  );
  const { id: draftId } = await app.draft("list.csv", bad);
  const correction = (index: number, field: "first_name" | "custom_date", value: string) =>
    app.call("drafts.correctCell", { draftId, index, field, value });
  await correction(0, "first_name", "First");
  await correction(7, "first_name", "Last");
  await app.call("drafts.leaveOut", { draftId, indexes: [1], leftOut: true });
  await app.call("drafts.leaveOut", { draftId, indexes: [1], leftOut: false });
  await trial(app, draftId, 2);
  const shown = async () =>
    (await app.call("drafts.rows", { draftId, filter: "all", ...all })).rows.map((row) => [
      row.values.join(),
      row.sent,
      row.leftOut,
    ]);
  const before = await shown();
  expect(before.slice(0, 2)).toEqual([
    ["C1,First,1980-02-03", true, false],
    ["C2,Ana,1980-02-03", true, false],
  ]);

  await expect(correction(0, "first_name", "Changed")).rejects.toThrow("row-sent");
  await expect(correction(1, "custom_date", "1999-01-01")).rejects.toThrow("row-sent");
  const leaveOut = (indexes: number[], leftOut: boolean) =>
    app.call("drafts.leaveOut", { draftId, indexes, leftOut });
  await expect(leaveOut([0, 1], true)).rejects.toThrow("row-sent");
  await leaveOut([1, 6], true);
  const kinds = await app.call("drafts.problemKinds", { draftId });
  expect(kinds.map(({ rows }) => rows)).toEqual([5]);
  const { changed } = await app.call("drafts.applyToAll", {
    ...{ draftId, code: kinds[0]?.code ?? "", field: "custom_date", how: { kind: "empty" } },
  });
  expect(changed).toBe(5);
  expect((await shown()).slice(0, 2)).toEqual(before.slice(0, 2));

  // Everything is taken back, step by step, and done again: the sent rows stay as they went out.
  const turn = async (direction: "undo" | "redo") => {
    for (let step = 0; step < 9; step += 1) {
      const state = await app.call("drafts.undoState", { draftId });
      if (state[direction] === null) return;
      await app.call(direction === "undo" ? "drafts.undo" : "drafts.redo", { draftId });
      expect((await shown()).slice(0, 2)).toEqual(before.slice(0, 2));
    }
  };
  await turn("undo");
  expect((await shown()).at(7)).toEqual(["C8,Ana,1980-13-45", false, false]);
  await turn("redo");
  expect((await shown()).at(7)).toEqual(["C8,Last,", false, false]);
});

test("after a trial nothing is offered to be undone that touched only what went out", async () => {
  const app = await testApp();
  const bad =
    "code,first_name,custom_date\nC1,Ana,1980-13-45\nC2,Ana,1980-13-45\nC3,Ana,1980-02-03\n";
  const { id: draftId } = await app.draft("list.csv", bad);
  const leaveOut = (indexes: number[], leftOut: boolean) =>
    app.call("drafts.leaveOut", { draftId, indexes, leftOut });
  const undo = async () => (await app.call("drafts.undoState", { draftId })).undo?.label ?? null;
  await leaveOut([0, 1], true);
  await leaveOut([0, 1], false);
  const kinds = await app.call("drafts.problemKinds", { draftId });
  await app.call("drafts.applyToAll", {
    ...{ draftId, code: kinds[0]?.code ?? "", field: "custom_date", how: { kind: "empty" } },
  });
  await leaveOut([2], true);
  expect(await undo()).toBe("rows-excluded");
  await leaveOut([2], false);
  await trial(app, draftId, 2);
  // Row 4 is left, and what was done to it.
  expect(await undo()).toBe("rows-included");
  await app.call("drafts.undo", { draftId });
  expect(await undo()).toBe("rows-excluded");
  await app.call("drafts.undo", { draftId });
  expect(await undo()).toBeNull();
});
