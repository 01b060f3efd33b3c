import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("imports of earlier versions stay, without the word that nobody reads any more", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 15)) step.up(db);
  db.pragma("user_version = 15");
  db.exec(`
    INSERT INTO imports (id, phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_name, account_id, pid, started_at, distinct_keys)
    VALUES (1, 'queued', 'queued', 'l', '', 0, '[]', '[]', '{}', 'json', '{}', '', '', 0, 0, 1);
  `);
  migrate(db);
  expect(db.prepare("SELECT file_name FROM imports").pluck().all()).toEqual(["l"]);
  expect(() => db.prepare("SELECT distinct_keys FROM imports")).toThrow();
});
