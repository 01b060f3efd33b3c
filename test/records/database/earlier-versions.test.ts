import { readdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import type { Database } from "../../../main/common/sqlite/database.ts";
import { migrate, migrations, SCHEMA_VERSION } from "../../../main/records/database/migrate.ts";

/** A database as a former version of the program left it, with rows that nobody expects. */
function databaseAt(version: number): Database {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter((each) => each.version <= version)) step.up(db);
  db.pragma(`user_version = ${version}`);
  db.pragma("foreign_keys = OFF");
  db.exec(`
    INSERT INTO settings VALUES ('user', '{"language":"tlh","retentionDays":"many"}');
    INSERT INTO drafts (path, file_name, file_size, file_mtime, step, choice, options,
      sealed_state, created_at, updated_at)
    VALUES ('/gone', '', -1, 0, 'review', '{}', '{}', x'00', 0, 0);
    INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_id, connection_name, account_id, pid, started_at)
    VALUES ('preparing', 'queued', '', '', 0, '[]', '[]', '{}', 'json', '{}', 77, '', '', 0, 0);
    INSERT INTO batches (import_id, connection_id, position, state, row_count, first_row, last_row,
      byte_size, delimiter, repeatable)
    VALUES (99, 77, 1, 'sending', 1, 1, 1, 0, 'pipe', 1);
  `);
  db.pragma("foreign_keys = ON");
  return db;
}

test.each(migrations.map(({ version }) => version))(
  "a database of version %i with broken rows comes to the current one, and its rows are kept",
  (version) => {
    const db = databaseAt(version);
    migrate(db);
    expect(db.pragma("user_version", { simple: true })).toBe(SCHEMA_VERSION);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    for (const table of ["settings", "drafts", "imports", "batches"]) {
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1);
    }
    db.close();
  },
);

test("every migration after the first has a test of its own, named after it", () => {
  const tests = filesBelow(join(import.meta.dirname, "migrations"));
  const missing = migrations
    .slice(1)
    .map(({ version, name }) => `${String(version).padStart(4, "0")}-${name}.test.ts`)
    .filter((file) => !tests.includes(file));
  expect(missing).toEqual([]);
  const sources = filesBelow(
    join(import.meta.dirname, "../../../main/records/database/migrations"),
  );
  expect(sources).toHaveLength(migrations.length);
});

/** Names of the files in a folder's folders. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map(({ name }) => name);
}
