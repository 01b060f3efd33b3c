import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("a trial whose rest still waits is known as such, so that the rest becomes part of it", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 10)) step.up(db);
  db.pragma("user_version = 10");
  db.exec(`
    INSERT INTO imports (id, phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_name, account_id, pid, started_at)
    VALUES (4, 'queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', '', '', 0, 0),
      (5, 'queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', '', '', 0, 0);
    INSERT INTO drafts (path, file_name, file_size, file_mtime, step, choice, options, sealed_state,
      trial_import_id, trial_rows, created_at, updated_at)
    VALUES ('/list', '', 1, 0, 'review', '{}', '{}', x'00', 5, 10, 0, 0);
    INSERT INTO batches (import_id, position, state, row_count, first_row, last_row, byte_size,
      delimiter, repeatable)
    VALUES (4, 1, 'accepted', 1, 1, 1, 0, 'pipe', 1), (5, 1, 'accepted', 1, 1, 1, 0, 'pipe', 1);
  `);
  migrate(db);
  const trials = db.prepare("SELECT import_id FROM batches WHERE trial = 1").pluck().all();
  expect(trials).toEqual([5]);
});
