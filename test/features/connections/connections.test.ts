import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { AppError } from "../../../main/common/errors.ts";
import type { Database } from "../../../main/common/sqlite/database.ts";
import {
  type Connections,
  createConnections,
} from "../../../main/features/connections/connections.ts";
import { createPracticeRunner } from "../../../main/features/connections/practice-runner.ts";
import type { ConnectionInput } from "../../../main/features/connections/save.ts";
import { createNodeTransport } from "../../../main/pipeline/api/transport/node-transport.ts";
import { openDatabase } from "../../../main/records/database/open.ts";
import { createVault, type Vault } from "../../../main/records/vault/vault.ts";
import { DEFAULT_CONNECTION_SETTINGS } from "../../../preload/connection-settings.ts";
import { practiceServer } from "../../helpers/practice.ts";
import { tempDir } from "../../helpers/temp-dir.ts";
import { workshop } from "../history/workshop.ts";

interface Office {
  readonly dir: string;
  readonly db: Database;
  readonly vault: Vault;
  readonly connections: Connections;
  readonly changes: () => number;
}

function office(dir = tempDir()): Office {
  const db = openDatabase(dir);
  const vault = createVault(new Uint8Array(32).fill(9));
  const transport = createNodeTransport();
  const practice = createPracticeRunner(join(dir, "practice.sqlite"));
  let changes = 0;
  const connections = createConnections(db, vault, {
    transport,
    practice,
    onChange: () => {
      changes += 1;
    },
  });
  onTestFinished(async () => {
    await practice.close();
    db.close();
  });
  return { dir, db, vault, connections, changes: () => changes };
}

const STORE: ConnectionInput = {
  id: null,
  name: "Great Widgets",
  url: "https://api.example.com/",
  userId: "john1970",
  accountId: "greatwidgets",
  apiKey: "1959caadac9b13dcb3",
  settings: DEFAULT_CONNECTION_SETTINGS,
};

test("a new data folder has the practice connection once, however often it is opened", () => {
  const dir = tempDir();
  for (let n = 0; n < 3; n += 1) {
    const { connections } = office(dir);
    expect(connections.list()).toMatchObject([
      { name: "Practice", kind: "practice", hasKey: true, hold: null },
    ]);
  }
});

test("a practice connection that was removed does not come back", () => {
  const dir = tempDir();
  const first = office(dir);
  first.connections.remove(first.connections.list()[0]?.id ?? 0);
  expect(office(dir).connections.list()).toEqual([]);
});

test("the practice connection starts its server when it is used, and only then", async () => {
  const { connections } = office();
  const practice = connections.byName("PRACTICE");
  const id = practice?.id ?? 0;
  expect(practice?.url).toBe("http://127.0.0.1/");
  await expect(connections.test(id)).resolves.toEqual({ accountName: "Practice Store" });
  expect(connections.byName("Practice")?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const first = await connections.resolve(id);
  const second = await connections.resolve(id);
  expect(second.url).toBe(first.url);
  const campaigns = await connections.campaigns(id);
  expect(campaigns).toHaveLength(5);
  expect(practice?.settings.campaigns).toEqual([campaigns[0]?.id]);
});

test("a saved key is sealed, never listed, and comes back only to be used", async () => {
  const { connections, db, dir } = office();
  const saved = connections.save(STORE);
  expect(saved).toMatchObject({ name: "Great Widgets", hasKey: true, kind: "api" });
  expect(JSON.stringify(connections.list())).not.toContain(STORE.apiKey);
  expect((await connections.resolve(saved.id)).apiKey).toBe(STORE.apiKey);
  db.pragma("wal_checkpoint(TRUNCATE)");
  const bytes = readFileSync(join(dir, "loyalty-importer.sqlite"), "latin1");
  expect(bytes).not.toContain(STORE.apiKey);
});

test("a change without a key keeps the key, one with a key replaces it", async () => {
  const { connections, changes } = office();
  const { id } = connections.save(STORE);
  connections.save({ ...STORE, id, apiKey: null, name: "Renamed" });
  expect((await connections.resolve(id)).apiKey).toBe(STORE.apiKey);
  connections.save({ ...STORE, id, apiKey: "another" });
  expect((await connections.resolve(id)).apiKey).toBe("another");
  expect(changes()).toBe(3);
});

test("what may correct wrong credentials lifts their hold; a new name alone does not", () => {
  const { connections, db } = office();
  const { id } = connections.save(STORE);
  const hold = () => db.prepare("UPDATE connections SET hold = 'credentials' WHERE id = ?").run(id);
  hold();
  expect(connections.save({ ...STORE, id, apiKey: null, name: "Other" }).hold).toBe("credentials");
  expect(connections.save({ ...STORE, id, apiKey: null, userId: "jane" }).hold).toBeNull();
  hold();
  expect(connections.save({ ...STORE, id, userId: "jane" }).hold).toBeNull();
});

test.each([
  ["http://api.example.com/", "connection-url-not-https"],
  ["http://127.0.0.1.example.com/", "connection-url-not-https"],
  ["http://localhost.example.com/", "connection-url-not-https"],
  ["http://192.168.1.5/", "connection-url-not-https"],
  ["https://user:secret@api.example.com/", "connection-url-credentials"],
  ["https://api.example.com/?user_api_key=1959", "connection-url-credentials"],
  ["https://api.example.com/?shop=1&Token=1959", "connection-url-credentials"],
  ["file:///etc/passwd", "connection-url-invalid"],
  ["javascript:alert(1)", "connection-url-invalid"],
  ["api.example.com", "connection-url-invalid"],
])("the address %s is refused as %s and nothing is saved", (url, code) => {
  const { connections } = office();
  expect(codeOf(() => connections.save({ ...STORE, url }))).toBe(code);
  expect(connections.list()).toHaveLength(1);
});

test.each([
  ["https://api.example.com", "https://api.example.com/"],
  [" https://API.example.com/a?b=c#d ", "https://api.example.com/a?b=c"],
  ["http://localhost:8080/x", "http://localhost:8080/x"],
  ["http://127.0.0.1:81/", "http://127.0.0.1:81/"],
  ["http://[::1]:81/", "http://[::1]:81/"],
])("the address %s is kept as %s", (url, kept) => {
  expect(office().connections.save({ ...STORE, url }).url).toBe(kept);
});

test("names are unique without regard to case", () => {
  const { connections } = office();
  const { id } = connections.save(STORE);
  const twin = { ...STORE, name: "GREAT widgets" };
  expect(codeOf(() => connections.save(twin))).toBe("connection-name-taken");
  expect(connections.save({ ...twin, id }).name).toBe("GREAT widgets");
});

test("a new connection needs a key", () => {
  const { connections } = office();
  expect(codeOf(() => connections.save({ ...STORE, apiKey: null }))).toBe("connection-key-missing");
});

test("the practice connection keeps its own address and credentials when it is changed", () => {
  const { connections, db } = office();
  const id = connections.byName("Practice")?.id ?? 0;
  const saved = connections.save({ ...STORE, id, name: "Try out" });
  expect(saved).toMatchObject({ name: "Try out", kind: "practice", url: "http://127.0.0.1/" });
  expect(saved.userId).not.toBe(STORE.userId);
  expect(db.prepare("SELECT sealed_key FROM connections").pluck().get()).toBeNull();
});

test("removing is refused while batches wait or ask, and allowed afterwards", async () => {
  const { connections, connectionId, db, put } = workshop();
  await put("code\nA\nB\n");
  for (const state of ["queued", "sending", "uncertain", "rejected"]) {
    db.prepare("UPDATE batches SET state = ?").run(state);
    expect(
      codeOf(() => connections.remove(connectionId)),
      state,
    ).toBe("connection-in-use");
  }
  db.prepare("UPDATE batches SET state = 'accepted'").run();
  connections.remove(connectionId);
  expect(connections.list().map((each) => each.name)).toEqual(["Practice"]);
  expect(db.prepare("SELECT connection_id FROM imports").pluck().all()).toEqual([null]);
});

test("campaigns and custom fields come from the API; labels given by hand win", async () => {
  const server = await practiceServer();
  const { connections } = office();
  const { userId, apiKey, accountId } = server.credentials;
  const { id } = connections.save({
    ...STORE,
    url: server.url,
    userId,
    apiKey,
    accountId,
    settings: { ...DEFAULT_CONNECTION_SETTINGS, customFields: { custom_field_2: "Size", x: "no" } },
  });
  const labels = new Map(
    (await connections.customFields(id)).map((each) => [each.field, each.label]),
  );
  expect(labels.get("custom_field_1")).toBe("Favourite product");
  expect(labels.get("custom_field_2")).toBe("Size");
  expect(labels.size).toBe(3);
  expect(await connections.campaigns(id)).toHaveLength(5);
});

test("wrong credentials are told in the API's words, without the key", async () => {
  const server = await practiceServer();
  const { connections } = office();
  const { id } = connections.save({ ...STORE, url: server.url });
  const error = await connections.test(id).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect((error as AppError).code).toMatch(/^api-credentials/);
  expect(JSON.stringify((error as AppError).toData())).not.toContain(STORE.apiKey);
});

test("a test that is refused holds its connection, one that is taken lets it go again", async () => {
  const server = await practiceServer();
  const { db, connections } = office();
  const { userId, accountId, apiKey } = server.credentials;
  const { id } = connections.save({ ...STORE, url: server.url, userId, accountId });
  const hold = () => connections.list().find((one) => one.id === id)?.hold;
  await expect(connections.test(id)).rejects.toThrow();
  expect(hold()).toBe("credentials");
  connections.save({ ...STORE, id, url: server.url, userId, accountId, apiKey });
  db.prepare("UPDATE connections SET hold = 'credentials' WHERE id = ?").run(id);
  await connections.test(id);
  expect(hold()).toBeNull();
  db.prepare("UPDATE connections SET hold = 'paused' WHERE id = ?").run(id);
  await connections.test(id);
  expect(hold()).toBe("paused");
});

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "none";
}
