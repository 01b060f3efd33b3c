import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";
import { createUndoLog } from "../../../../../main/records/undo-log/log.ts";
import { createVault } from "../../../../../main/records/vault/vault.ts";

test("what was undone before the change of the schema is done again in the order it had", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.slice(0, 8)) step.up(db);
  db.pragma("user_version = 8");
  db.exec(`INSERT INTO undo_groups (id, at, label, undone) VALUES
    (1, 0, 'queue-paused', 0), (2, 0, 'queue-resumed', 1), (3, 0, 'queue-paused', 1)`);
  migrate(db);
  const { undo, redo } = createUndoLog(db, createVault(new Uint8Array(32))).state();
  expect([undo?.id, redo?.id]).toEqual([1, 2]);
  db.close();
});
