import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";
import { createRequestRows } from "../../../../../main/records/imports/batches/request/request-rows.ts";

test("batches of earlier versions go into the campaigns of their import", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 14)) step.up(db);
  db.pragma("user_version = 14");
  db.exec(`
    INSERT INTO imports (id, phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_name, account_id, pid, started_at)
    VALUES (1, 'queued', 'queued', '', '', 0, '[]', '[]', '{"campaigns":["7"]}', 'json', '{}', '', '', 0, 0);
    INSERT INTO batches (id, import_id, position, state, row_count, first_row, last_row, byte_size,
      delimiter, repeatable, attempts) VALUES (1, 1, 1, 'queued', 1, 1, 1, 0, 'pipe', 1, 0);
  `);
  migrate(db);
  expect(db.prepare("SELECT campaigns FROM batches").pluck().all()).toEqual([null]);
  expect(createRequestRows(db).read(1)?.options).toBe('{"campaigns":["7"]}');
});
