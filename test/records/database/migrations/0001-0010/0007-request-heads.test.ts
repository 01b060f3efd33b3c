import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("what earlier versions sent has no request head, as nothing tells it", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 6)) step.up(db);
  db.pragma("user_version = 6");
  db.exec(`
    INSERT INTO imports (id, phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_name, account_id, pid, started_at)
    VALUES (1, 'queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', '', '', 0, 0);
    INSERT INTO batches (import_id, position, state, row_count, first_row, last_row, byte_size,
      delimiter, repeatable, attempts) VALUES (1, 1, 'accepted', 1, 1, 1, 0, 'pipe', 1, 1);
  `);
  migrate(db);
  expect(db.prepare("SELECT head_id FROM batches").pluck().all()).toEqual([null]);
  expect(db.prepare("SELECT count(*) FROM request_heads").pluck().get()).toBe(0);
});
