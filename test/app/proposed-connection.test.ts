import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_CONNECTION_SETTINGS } from "../../preload/connection-settings.ts";
import type { Connection, Draft } from "../../preload/types.ts";
import { POINTS, practiceServer } from "../helpers/practice.ts";
import { tempDir } from "../helpers/temp-dir.ts";
import { type TestApp, testApp } from "./window.ts";

const LIST = "code,first_name\n1,Ana\n2,Bea\n";
const PRACTICE = 1;

async function add(app: TestApp, name: string): Promise<Connection> {
  const { url, credentials } = await practiceServer();
  const { userId, accountId, apiKey } = credentials;
  const settings = { ...DEFAULT_CONNECTION_SETTINGS, campaigns: ["1106069098931232"] };
  return await app.call("connections.save", {
    ...{ id: null, name, url, userId, accountId, apiKey, settings },
  });
}

async function open(app: TestApp, name = "list.csv"): Promise<Draft> {
  const path = join(tempDir(), name);
  writeFileSync(path, LIST);
  return await app.call("drafts.create", { fileId: app.registerFile(path) });
}

const target = (draft: Draft) => draft.options.connectionId;

test("a new list is proposed for the own connection, though Practice was used last", async () => {
  const app = await testApp();
  const practised = await app.draft("first.csv", LIST);
  expect(target(practised)).toBe(PRACTICE);
  const importId = await app.send(practised.id);
  const shop = await add(app, "My real shop");
  await app.call("connections.test", { id: shop.id });
  const draft = await open(app);
  expect(target(draft)).toBe(shop.id);
  expect(draft.options.campaigns).toEqual(shop.settings.campaigns);
  expect(await app.call("connections.proposed", {})).toEqual({ id: shop.id });
  const path = join(tempDir(), "again.csv");
  writeFileSync(path, LIST);
  const fileId = app.registerFile(path);
  const again = await app.call("history.importAgain", { importId, fileId });
  expect(target(again)).toBe(shop.id);
  expect(again.options.campaigns).toEqual(shop.settings.campaigns);
});

test("of several own connections the one is proposed that was added, tested or chosen last", async () => {
  const app = await testApp();
  const first = await add(app, "Bern");
  const second = await add(app, "Basel");
  expect(target(await open(app))).toBe(second.id);
  await app.call("connections.test", { id: first.id });
  const draft = await open(app);
  expect(target(draft)).toBe(first.id);
  const options = { ...draft.options, connectionId: second.id };
  await app.call("drafts.setOptions", { draftId: draft.id, options });
  expect(target(await open(app))).toBe(second.id);
  await app.call("connections.remove", { id: second.id });
  expect(target(await open(app))).toBe(first.id);
  await app.call("connections.remove", { id: first.id });
  expect(target(await open(app))).toBe(PRACTICE);
});

test("a test that fails proposes nothing, and one's own test of Practice neither", async () => {
  const app = await testApp();
  const broken = await add(app, "Broken");
  const shop = await add(app, "Shop");
  await app.call("connections.save", { ...inputOf(broken), apiKey: "wrong" });
  await expect(app.call("connections.test", { id: broken.id })).rejects.toThrow();
  await app.call("connections.test", { id: PRACTICE });
  expect(target(await open(app))).toBe(shop.id);
});

test("a list proposed for Practice leaves it for a new connection; one chosen for it stays", async () => {
  const app = await testApp();
  const proposed = await open(app, "proposed.csv");
  expect(target(proposed)).toBe(PRACTICE);
  const sample = await app.call("drafts.createSample", {});
  const shop = await add(app, "My real shop");
  await app.until(async () => {
    const now = await app.call("drafts.get", { draftId: proposed.id });
    return target(now) === shop.id;
  });
  const moved = await app.call("drafts.get", { draftId: proposed.id });
  expect(moved.options.campaigns).toEqual(shop.settings.campaigns);
  // Invented customers never go to a real account by themselves.
  expect(target(await app.call("drafts.get", { draftId: sample.id }))).toBe(PRACTICE);
  expect(target(await app.call("drafts.createSample", {}))).toBe(PRACTICE);
  const options = { ...moved.options, connectionId: PRACTICE, campaigns: [POINTS] };
  const chosen = await app.call("drafts.setOptions", { draftId: moved.id, options });
  expect(target(chosen)).toBe(PRACTICE);
  const other = await add(app, "Another shop");
  await app.call("connections.test", { id: other.id });
  expect(target(await app.call("drafts.get", { draftId: moved.id }))).toBe(PRACTICE);
  expect(target(await open(app))).toBe(other.id);
});

test("the practice account can be looked into and emptied, and its imports still be undone", async () => {
  const app = await testApp();
  const list = "code,first_name,customer_PIN\n1,Ana,1234\n2,Bea,\n3,Cem,99\n";
  const importId = await app.send((await app.draft("list.csv", list)).id);
  const page = await app.call("practice.customers", { offset: 1, limit: 2 });
  expect(page.total).toBe(3);
  expect(page.items.map(({ fields }) => fields.first_name)).toEqual(["Bea", "Cem"]);
  expect(JSON.stringify(page)).not.toContain("99");
  expect(await app.call("practice.empty", {})).toEqual({ removed: 3 });
  expect(await app.call("practice.customers", { offset: 0, limit: 5 })).toEqual({
    items: [],
    total: 0,
  });
  await app.call("undo.revert", { importId });
  expect(await app.customers()).toEqual([]);
  const again = await app.draft("again.csv", list);
  await app.send(again.id);
  expect(await app.customers()).toHaveLength(3);
});

function inputOf({ id, name, url, userId, accountId, settings }: Connection) {
  return { id, name, url, userId, accountId, settings };
}
