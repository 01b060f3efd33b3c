import { expect, test } from "vitest";
import { type TestApp, testApp } from "../../app/window.ts";

async function review(app: TestApp) {
  const { id: draftId } = await app.draft("list.csv", "code,first_name\nA,Ana\nB,Bea\n");
  const names = async () =>
    (await app.call("drafts.rows", { draftId, filter: "all", offset: 0, limit: 9 })).rows.map(
      ({ values: [, name] }) => name,
    );
  const correction = (index: number, value: string) =>
    app.call("drafts.correctCell", { draftId, index, field: "first_name", value });
  return { draftId, names, correction };
}

test("a correction that was withdrawn in the review does not come back by redoing something else", async () => {
  const app = await testApp();
  const { call } = app;
  const { draftId, names, correction } = await review(app);
  await correction(0, "Anna");
  await call("drafts.undo", { draftId });
  await call("queue.pause", {});
  await call("undo.undo", {});
  const { redo } = await call("undo.state", {});
  expect(redo).toMatchObject({ label: "queue-paused" });
  expect((await call("drafts.undoState", { draftId })).redo).toBeNull();
  await call("undo.redo", { changeId: redo?.id ?? 0 });
  expect(await call("queue.summary", {})).toMatchObject({ paused: true });
  expect(await names()).toEqual(["Ana", "Bea"]);
  await expect(call("undo.redo", {})).rejects.toThrow("undo-log-empty");
});

test("what was taken back last is done again first, wherever each was taken back", async () => {
  const app = await testApp();
  const { call } = app;
  const { draftId, names, correction } = await review(app);
  await correction(0, "Anna");
  await call("queue.pause", {});
  await call("drafts.undo", { draftId });
  await call("undo.undo", {});
  for (const [label, paused, first] of [
    ["queue-paused", true, "Ana"],
    ["cell-edited", true, "Anna"],
  ] as const) {
    expect((await call("undo.state", {})).redo).toMatchObject({ label });
    await call("undo.redo", {});
    expect(await call("queue.summary", {})).toMatchObject({ paused });
    expect((await names())[0]).toBe(first);
  }
});

test("a new correction ends what could be done again, in the review and outside of it", async () => {
  const app = await testApp();
  const { call } = app;
  const { draftId, names, correction } = await review(app);
  await call("queue.pause", {});
  await call("undo.undo", {});
  await correction(1, "Beate");
  expect((await call("undo.state", {})).redo).toBeNull();
  await call("drafts.undo", { draftId });
  await correction(0, "Anna");
  expect((await call("drafts.undoState", { draftId })).redo).toBeNull();
  await expect(call("drafts.redo", { draftId })).rejects.toThrow("undo-log-empty");
  expect(await names()).toEqual(["Anna", "Bea"]);
});
