import { expect, test } from "vitest";
import { DEFAULT_CONNECTION_SETTINGS } from "../../preload/connection-settings.ts";
import { testApp } from "../app/window.ts";

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

test("edited cells and rows left out are taken back and done again, newest first", async () => {
  const { call, draft } = await testApp();
  const { id: draftId } = await draft("list.csv", CSV);
  const values = async () =>
    (await call("drafts.rows", { draftId, filter: "all", offset: 0, limit: 9 })).rows.map(
      ({ values: [, name], excluded }) => (excluded ? `(${name})` : name),
    );
  await call("drafts.editCell", { draftId, index: 0, field: "first_name", value: "Anna" });
  await call("drafts.editCell", { draftId, index: 0, field: "first_name", value: "Anne" });
  await call("drafts.exclude", { draftId, indexes: [1], excluded: true });
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
  await call("drafts.editCell", { draftId, index: 1, field: "first_name", value: "Beate" });
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
  await call("undo.undo", {});
  expect(await names()).toEqual([]);
  await call("undo.redo", {});
  expect(await names()).toEqual(["again.csv"]);
  // The same columns once more: nothing that could be taken back.
  const before = await call("undo.state", {});
  await send((await draft("again.csv", CSV)).id);
  expect(await call("undo.state", {})).toEqual(before);
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
