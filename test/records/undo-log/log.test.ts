import { expect, test } from "vitest";
import { registerImports } from "../../../main/features/rollback/import-change.ts";
import { createBatchStore } from "../../../main/records/imports/batches/batch-store.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { testApp } from "../../app/window.ts";
import { undoWorkshop } from "../../features/rollback/workshop.ts";
import { practiceServer } from "../../helpers/practice.ts";

const CSV = "code,first_name\nA,Ana\nB,Bea\n";

const STORE = {
  id: null,
  name: "Store",
  url: "https://api.example.com/",
  userId: "u",
  accountId: "a",
  apiKey: "secret-key",
  settings: DEFAULT_CONNECTION_SETTINGS,
};

test("corrected cells and rows left out are taken back and done again, newest first", async () => {
  const { call, draft } = await testApp();
  const { id: draftId } = await draft("list.csv", CSV);
  const values = async () =>
    (await call("drafts.rows", { draftId, filter: "all", offset: 0, limit: 9 })).rows.map(
      ({ values: [, name], leftOut }) => (leftOut ? `(${name})` : name),
    );
  await call("drafts.correctCell", { draftId, index: 0, field: "first_name", value: "Anna" });
  await call("drafts.correctCell", { draftId, index: 0, field: "first_name", value: "Anne" });
  await call("drafts.leaveOut", { draftId, indexes: [1], leftOut: true });
  expect(await values()).toEqual(["Anne", "(Bea)"]);
  expect(await call("undo.state", {})).toMatchObject({
    undo: { label: "rows-excluded", message: "One row left out" },
    redo: null,
  });
  await call("undo.undo", {});
  expect(await values()).toEqual(["Anne", "Bea"]);
  await call("undo.undo", {});
  expect(await values()).toEqual(["Anna", "Bea"]);
  await call("undo.undo", {});
  expect(await values()).toEqual(["Ana", "Bea"]);
  await call("undo.redo", {});
  await call("undo.redo", {});
  expect(await values()).toEqual(["Anne", "Bea"]);
  await call("drafts.correctCell", { draftId, index: 1, field: "first_name", value: "Beate" });
  expect((await call("undo.state", {})).redo).toBeNull();
  await expect(call("undo.redo", {})).rejects.toThrow("undo-log-empty");
});

test("a mapping is taken back and done again", async () => {
  const { call, draft } = await testApp();
  const { id: draftId, mapping } = await draft("list.csv", CSV);
  await call("drafts.setMapping", { draftId, mapping: mapping.slice(0, 1) });
  await call("undo.undo", {});
  expect((await call("drafts.get", { draftId })).mapping).toEqual(mapping);
  await call("undo.redo", {});
  expect((await call("drafts.get", { draftId })).mapping).toHaveLength(1);
});

test("a mapping proposed anew, and one remembered because it was sent, are taken back", async () => {
  const { call, draft, send } = await testApp();
  async function keepNewestImport() {
    const { undo } = await call("undo.state", {});
    return await call("undo.keepImport", { importId: undo?.importId ?? 0 });
  }
  const { id: draftId, mapping } = await draft("list.csv", CSV);
  const chosen = mapping.slice(0, 1);
  await call("drafts.setMapping", { draftId, mapping: chosen });
  await call("drafts.proposeMapping", { draftId });
  await call("undo.undo", {});
  expect((await call("drafts.get", { draftId })).mapping).toEqual(chosen);
  await call("undo.redo", {});
  expect((await call("drafts.get", { draftId })).mapping).toHaveLength(mapping.length);

  await send((await draft("again.csv", CSV)).id);
  const names = async () => (await call("mappings.list", {})).map(({ name }) => name);
  expect(await names()).toEqual(["again.csv"]);
  await keepNewestImport();
  await call("undo.undo", {});
  expect(await names()).toEqual([]);
  await call("undo.redo", {});
  expect(await names()).toEqual(["again.csv"]);
  // The same columns once more: nothing that could be taken back.
  const before = await call("undo.state", {});
  await send((await draft("again.csv", CSV)).id);
  expect(await keepNewestImport()).toEqual(before);
});

test("connections come back with their key, under the same number; the key is nowhere in clear", async () => {
  const { call } = await testApp();
  const { id } = await call("connections.save", STORE);
  await call("connections.save", { ...STORE, id, name: "Shop", apiKey: null });
  await call("connections.remove", { id });
  await call("undo.undo", {});
  const found = async () => (await call("connections.list", {})).find((each) => each.id === id);
  expect(await found()).toMatchObject({ name: "Shop", hasKey: true });
  await call("undo.undo", {});
  expect(await found()).toMatchObject({ name: "Store" });
  await call("undo.undo", {});
  expect(await found()).toBeUndefined();
  expect(JSON.stringify(await call("undo.redo", {}))).not.toContain("secret-key");
  expect(await found()).toMatchObject({ name: "Store", hasKey: true });
});

test("what was changed again since is refused, and does not stand in the way", async () => {
  const { call } = await testApp();
  const { id } = await call("connections.save", STORE);
  await call("connections.remove", { id });
  await call("connections.save", { ...STORE });
  await call("undo.undo", {});
  expect(await call("undo.state", {})).toMatchObject({ undo: { label: "connection-removed" } });
  await call("connections.save", { ...STORE });
  await call("queue.pause", {});
  await call("queue.resume", {});
  await call("undo.undo", {});
  expect(await call("queue.summary", {})).toMatchObject({ paused: true });
  await call("undo.undo", {});
  expect(await call("queue.summary", {})).toMatchObject({ paused: false });
});

test("batches cancelled before they went out wait again", async () => {
  const { call, draft, until } = await testApp();
  await call("queue.pause", {});
  const { id: draftId } = await draft("list.csv", CSV);
  const { importId } = await call("drafts.send", { draftId, confirmOverwrite: false });
  await call("queue.cancelImport", { importId });
  const state = async () => (await call("history.get", { importId })).state;
  expect(await state()).toBe("cancelled");
  await call("undo.undo", {});
  expect(await state()).toBe("queued");
  await call("queue.resume", {});
  if ((await state()) !== "accepted") {
    await until(async (event) => event.kind === "import" && (await state()) === "accepted");
  }
});

test("an import stands in the log: taken back by its plan, done again as it was", async () => {
  const app = await testApp();
  const { call, draft, send, customers } = app;
  await send((await draft("first.csv", CSV)).id);
  await send((await draft("second.csv", "code,first_name\nA,Anna\n")).id);
  const queued = await call("undo.state", {});
  expect(queued.undo).toMatchObject({ label: "import-queued", message: "Import second.csv" });
  const importId = queued.undo?.importId ?? 0;
  const { draftIds } = await call("undo.start", { importId });
  expect(draftIds).toHaveLength(1);
  expect(await call("undo.state", {})).toMatchObject({
    undo: { message: "Import first.csv" },
    redo: { message: "Import second.csv" },
  });
  // Done again: nothing is to be put back any more.
  await call("undo.redo", {});
  expect(await call("drafts.list", {})).toEqual([]);
  expect((await call("undo.state", {})).undo).toMatchObject({ importId });

  await call("undo.undo", {});
  const [restore] = await call("drafts.list", {});
  const restoreId = await send(restore?.id ?? 0);
  expect(await call("undo.state", {})).toMatchObject({
    undo: { label: "restore-queued", importId: restoreId },
    redo: null,
  });
  expect((await customers()).map(({ fields }) => fields.first_name)).toEqual(["Ana", "Bea"]);
});

test("an import that waits is cancelled by undo and waits again after redo; what it was corrected to goes with it", async () => {
  const { call, draft } = await testApp();
  await call("queue.pause", {});
  const { id: draftId } = await draft("list.csv", CSV);
  await call("drafts.correctCell", { draftId, index: 0, field: "first_name", value: "Anna" });
  const { importId } = await call("drafts.send", { draftId, confirmOverwrite: false });
  const state = async () => (await call("history.get", { importId })).state;
  await call("undo.undo", {});
  expect(await state()).toBe("cancelled");
  expect(await call("undo.state", {})).toMatchObject({
    undo: { label: "mapping-kept" },
    redo: { importId },
  });
  await call("undo.redo", {});
  expect(await state()).toBe("queued");
  await call("queue.resume", {});
});

test("a change that is not the newest any more is not taken back unseen", async () => {
  const { call } = await testApp();
  await call("queue.pause", {});
  const { undo } = await call("undo.state", {});
  await call("queue.resume", {});
  await expect(call("undo.undo", { changeId: undo?.id ?? 0 })).rejects.toThrow("undo-log-moved");
  expect(await call("queue.summary", {})).toMatchObject({ paused: false });
});

test("the log survives the end of the program: what was undone before it can be done again after it", async () => {
  const shop = undoWorkshop(await practiceServer());
  const importId = shop.put({ rows: [["A", "Ana"]] });
  await shop.undo(importId);
  shop.crash();
  const log = createUndoLog(shop.db(), shop.vault);
  expect(log.state()).toMatchObject({ undo: null, redo: { importId } });
  const store = createBatchStore(shop.db(), shop.vault);
  const start = async () => ({ cancelled: 0, underWay: 0, draftIds: [] });
  registerImports(shop.db(), log, { store, start, onRedone: () => undefined });
  await log.redo();
  shop.crash();
  expect(createUndoLog(shop.db(), shop.vault).state()).toMatchObject({ undo: { importId } });
  const states = shop.db().prepare("SELECT state FROM batches").pluck().all();
  expect(states).toEqual(["queued"]);
});
