import { randomBytes } from "node:crypto";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";
import { createUndoLog } from "../../../../../main/records/undo-log/log.ts";
import { createVault } from "../../../../../main/records/vault/vault.ts";

test("changes kept before imports stood in the log can be taken back; broken ones are refused and let go", async () => {
  const db = new Sqlite(":memory:");
  const vault = createVault(randomBytes(32));
  migrate(db, migrations.slice(0, 1));
  const row = (sql: string, ...values: unknown[]) => db.prepare(sql).run(...values);
  const group = "INSERT INTO undo_groups (at, label, params, undone) VALUES (?, ?, '{}', 0)";
  const entry = "INSERT INTO undo_entries VALUES (?, ?, ?, ?)";
  row(group, 1, "queue-paused");
  row(entry, 1, 0, "kept", vault.sealJson({ done: true }));
  // A kind that nobody knows, with a payload that nobody sealed; then no entry at all.
  row(group, -5, "label of a later version");
  row(entry, 2, 7, "future", Buffer.from("?"));
  row(group, 0, "");
  migrate(db);
  const log = createUndoLog(db, vault);
  const applied: unknown[] = [];
  log.register("kept", { inTransaction: true, apply: (payload) => void applied.push(payload) });
  expect(log.state().undo).toMatchObject({ id: 3, importId: null });
  await log.undo();
  await expect(log.undo()).rejects.toMatchObject({ code: "undo-log-changed" });
  await log.undo();
  expect(applied).toEqual([{ done: true }]);
  expect(log.state()).toMatchObject({ undo: null, redo: { id: 1, importId: null } });
});
