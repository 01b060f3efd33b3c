import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("a check of an earlier version counts as rows that share a delimiter", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 13)) step.up(db);
  db.pragma("user_version = 13");
  db.exec(`INSERT INTO stagings (state, fields, source, signature, pid, created_at)
    VALUES ('done', '[]', '', '', 0, 0)`);
  migrate(db);
  expect(db.prepare("SELECT delimiter_runs FROM stagings").pluck().all()).toEqual([1]);
});
