import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("a connection of an earlier version begins without names of custom fields and takes its names with it when it goes", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 3)) step.up(db);
  db.pragma("user_version = 3");
  // Settings that no version wrote.
  db.exec(`INSERT INTO connections (name, kind, url, user_id, account_id, settings, created_at,
    updated_at) VALUES ('Shop', 'api', '', '', '', '[]', -1, 0)`);
  migrate(db);
  const count = () => db.prepare("SELECT count(*) FROM custom_field_names").pluck().get();
  expect(count()).toBe(0);
  db.pragma("foreign_keys = ON");
  const add = db.prepare("INSERT INTO custom_field_names VALUES (?, ?, ?)");
  add.run(1, "custom_field_3", "Shoe size");
  expect(() => add.run(1, "code", "Shoe size")).toThrow(/CHECK/);
  expect(() => add.run(2, "custom_field_3", "Shoe size")).toThrow(/FOREIGN KEY/);
  db.exec("DELETE FROM connections");
  expect(count()).toBe(0);
});
