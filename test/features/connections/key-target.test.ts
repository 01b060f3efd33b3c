import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createConnections } from "../../../main/features/connections/connections.ts";
import { createPracticeRunner } from "../../../main/features/connections/practice-runner.ts";
import type { ConnectionInput } from "../../../main/features/connections/save.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createUndoLog } from "../../../main/records/undo-log/log.ts";
import { createVault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { cli } from "../../cli/cli.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

const KEY = "1959caadac9b13dcb3";
const STORE: ConnectionInput = {
  id: null,
  name: "Great Widgets",
  url: "https://api.example.com/shop",
  userId: "john1970",
  accountId: "greatwidgets",
  apiKey: KEY,
  settings: DEFAULT_CONNECTION_SETTINGS,
};

function office(dir = tempDir()) {
  const db = openDatabase(dir);
  const vault = createVault(new Uint8Array(32).fill(9));
  const transport = createNodeTransport();
  const practice = createPracticeRunner(join(dir, "practice.sqlite"));
  const undoLog = createUndoLog(db, vault);
  const open = () => createConnections(db, vault, { transport, practice, undoLog });
  onTestFinished(() => {
    db.close();
  });
  return { dir, db, vault, undoLog, open, connections: open() };
}

const STRANGER = "https://stranger.example/";

test.each([
  ["address", { url: STRANGER }],
  ["path of the address", { url: "https://api.example.com/other" }],
  ["port of the address", { url: "https://api.example.com:8443/shop" }],
  ["account", { accountId: "others" }],
])("a new %s without a new key keeps no key", async (_, change) => {
  const { connections } = office();
  const { id } = connections.save(STORE);
  expect(connections.save({ ...STORE, ...change, id, apiKey: null }).hasKey).toBe(false);
  await expect(connections.resolve(id)).rejects.toMatchObject({ code: "connection-without-key" });
});

test("another name, user or way of writing the same address keeps the key", async () => {
  const { connections } = office();
  const { id } = connections.save(STORE);
  const same = { url: " https://API.example.com:443/shop?lang=es", userId: "jane", name: "Shop" };
  connections.save({ ...STORE, ...same, id, apiKey: null });
  expect((await connections.resolve(id)).apiKey).toBe(KEY);
});

test.each([
  ["url", STRANGER],
  ["account_id", "others"],
])("a %s that was changed in the database itself gets no key", async (column, value) => {
  const { connections, db } = office();
  const { id } = connections.save(STORE);
  db.prepare(`UPDATE connections SET ${column} = ? WHERE id = ?`).run(value, id);
  await expect(connections.resolve(id)).rejects.toMatchObject({ code: "connection-key-elsewhere" });
});

test("the key of one connection is of no use in another", async () => {
  const { connections, db } = office();
  connections.save(STORE);
  const other = connections.save({ ...STORE, name: "Other", url: STRANGER, apiKey: "x" });
  db.prepare(
    "UPDATE connections SET sealed_key = (SELECT sealed_key FROM connections WHERE name = ?) WHERE id = ?",
  ).run(STORE.name, other.id);
  await expect(connections.resolve(other.id)).rejects.toThrow("entered for another address");
});

test("keys that an earlier version kept by themselves are bound where they stand, once", async () => {
  const { connections, db, vault, open } = office();
  const { id } = connections.save(STORE);
  const asBefore = () => vault.seal(Buffer.from(KEY, "utf8"));
  db.prepare("UPDATE connections SET sealed_key = ?").run(asBefore());
  db.prepare("DELETE FROM settings WHERE key = 'api-keys-bound'").run();
  expect((await open().resolve(id)).apiKey).toBe(KEY);
  // One that comes by itself later is not from an earlier version.
  db.prepare("UPDATE connections SET sealed_key = ?").run(asBefore());
  await expect(open().resolve(id)).rejects.toMatchObject({ code: "connection-key-elsewhere" });
});

test("a removed connection's key can be undone for an hour, and is then nowhere any more", async () => {
  const { connections, db, vault, undoLog, open } = office();
  const { id } = connections.save(STORE);
  connections.remove(id);
  const logged = () =>
    (db.prepare("SELECT sealed_payload FROM undo_entries").pluck().all() as Buffer[])
      .map((sealed) => JSON.stringify(vault.openJson(sealed)))
      .filter((json) => /sealed_key|base64|"before":"/.test(json));
  expect(logged().length).toBeGreaterThan(0);
  await undoLog.undo();
  expect((await connections.resolve(id)).apiKey).toBe(KEY);
  await undoLog.redo();
  db.prepare("UPDATE undo_groups SET at = at - 3600001").run();
  open();
  expect(logged()).toEqual([]);
  await undoLog.undo();
  expect(connections.list().find((each) => each.id === id)).toMatchObject({ hasKey: false });
});

test("taking back a new address brings the key that was entered for the one before", async () => {
  const { connections, undoLog } = office();
  const { id } = connections.save(STORE);
  connections.save({ ...STORE, id, url: STRANGER, apiKey: "theirs" });
  await undoLog.undo();
  expect(await connections.resolve(id)).toMatchObject({ url: STORE.url, apiKey: KEY });
  await undoLog.redo();
  expect(await connections.resolve(id)).toMatchObject({ url: STRANGER, apiKey: "theirs" });
});

test("on the command line a changed address gets nothing: not a byte of the key leaves", async () => {
  const [mine, stranger] = [await practiceServer(), await practiceServer()];
  const { run, connect, dataDir } = cli();
  await connect(mine);
  const db = openDatabase(dataDir);
  db.prepare("UPDATE connections SET url = ? WHERE name = 'Store'").run(stranger.url);
  db.close();
  const tested = await run(["profile", "test", "Store"]);
  expect(tested).toMatchObject({ status: 2, err: expect.stringContaining("another address") });
  expect(stranger.requests()).toBe(0);
});
