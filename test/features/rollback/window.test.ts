import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testApp } from "../../app/window.ts";

const LAST_WEEK = "code,first_name,customer_PIN\n0012,Ana,0007\n0013,Bea,0008\n";
const THIS_WEEK = "code,first_name,customer_PIN\n0012,Anna,1111\n0013,Bea,1111\n0014,Cleo,1111\n";

test("undoing an import opens a draft of earlier values, reviewed and sent like any other", async () => {
  const app = await testApp();
  await app.send((await app.draft("last-week.csv", LAST_WEEK)).id);
  const before = await app.customers();
  const importId = await app.send((await app.draft("this-week.csv", THIS_WEEK)).id);
  const plan = await app.call("undo.plan", { importId });
  expect(plan).toMatchObject({
    fileName: "this-week.csv",
    admin: { steps: 1 },
    restore: { customers: 2, imports: 2 },
    irreversible: [{ kind: "new-customers", count: 1 }],
  });
  const { draftIds } = await app.call("undo.start", { importId });
  expect(draftIds).toHaveLength(2);
  expect(await app.call("undo.start", { importId })).toEqual({
    cancelled: 0,
    underWay: 0,
    draftIds,
  });
  for (const draftId of draftIds) {
    const draft = await app.call("drafts.get", { draftId });
    expect(draft).toMatchObject({
      restores: importId,
      step: "review",
      fileState: "same",
      options: { duplicates: "update" },
      check: { kind: "done", counts: { total: 1, valid: 1 } },
    });
    const { rows } = await app.call("drafts.rows", { draftId, filter: "all", offset: 0, limit: 9 });
    expect(JSON.stringify(rows)).not.toContain("0007");
    await expect(
      app.call("drafts.setMapping", { draftId, mapping: draft.mapping }),
    ).rejects.toThrow("draft-is-restore");
    await app.send(draftId);
  }
  expect((await app.customers()).slice(0, 2)).toEqual(before);
  expect(await app.call("undo.plan", { importId })).toMatchObject({
    undoneBy: [3, 4],
    restore: { customers: 0 },
  });
});

test("undo states are listed, marked as done, and what stays is exported", async () => {
  const app = await testApp();
  const importId = await app.send((await app.draft("new.csv", LAST_WEEK)).id);
  const { items, total } = await app.call("undo.steps", { importId, offset: 0, limit: 10 });
  expect([total, items[0]?.created, items[0]?.done]).toEqual([1, 2, null]);
  await app.call("undo.export", { importId, format: "csv" });
  const [path = ""] = app.saved;
  const text = readFileSync(path, "utf8");
  expect(text).toContain("0012");
  expect(text).not.toContain("0007");
  const { batchId = 0, arrival = 0 } = items[0] ?? {};
  await app.call("undo.markDone", { importId, step: { batchId, arrival }, done: true });
  expect(await app.call("undo.plan", { importId })).toMatchObject({
    possible: false,
    admin: { steps: 1, done: 1 },
    irreversible: [],
  });
  await expect(app.call("undo.export", { importId, format: "csv" })).rejects.toThrow(
    "undo-nothing-left",
  );
  expect(existsSync(path)).toBe(true);
  await app.call("undo.undo", {});
  expect(await app.call("undo.plan", { importId })).toMatchObject({ admin: { done: 0 } });
  await app.call("undo.redo", {});
  expect(await app.call("undo.plan", { importId })).toMatchObject({ admin: { done: 1 } });
});
