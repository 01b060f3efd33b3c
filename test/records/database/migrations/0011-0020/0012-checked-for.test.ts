import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("of a check of an earlier version it is not known what it relied on", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 11)) step.up(db);
  db.pragma("user_version = 11");
  db.exec(`INSERT INTO stagings (state, fields, source, signature, pid, created_at)
    VALUES ('done', '[]', '', '', 0, 0)`);
  migrate(db);
  expect(db.prepare("SELECT checked_for FROM stagings").pluck().all()).toEqual([null]);
});
