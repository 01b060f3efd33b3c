import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("connections of an earlier version get through; what is known of a line goes with its address", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 7)) step.up(db);
  db.pragma("user_version = 7");
  db.exec(`INSERT INTO connections
      (name, kind, url, user_id, account_id, settings, created_at, updated_at)
    VALUES ('Store', 'api', 'https://api.example.com/', 'u', 'a', '{}', 0, 0)`);
  migrate(db);
  db.pragma("foreign_keys = ON");
  const lines = db.prepare("SELECT count(*) FROM connection_lines").pluck();
  expect(lines.get()).toBe(0);
  const learn = () =>
    db.exec("INSERT INTO connection_lines VALUES (1, 7, 60000.5, 0, 99, 'network', 0)");
  learn();
  db.exec("UPDATE connections SET name = 'Shop', url = url");
  expect(lines.get()).toBe(1);
  db.exec("UPDATE connections SET url = 'https://other.example.com/'");
  expect(lines.get()).toBe(0);
  learn();
  db.exec("DELETE FROM connections");
  expect(lines.get()).toBe(0);
});
