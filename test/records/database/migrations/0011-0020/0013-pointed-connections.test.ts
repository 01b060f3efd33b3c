import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { proposedConnection } from "../../../../../main/records/connections/proposed.ts";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("of the connections of an earlier version the one that was sent to last is proposed", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 12)) step.up(db);
  db.pragma("user_version = 12");
  db.exec(`
    INSERT INTO connections (id, name, kind, url, user_id, account_id, sealed_key, settings,
      created_at, updated_at)
    VALUES (1, 'Practice', 'practice', '', '', '', NULL, '{}', 1, 1),
      (2, 'Bern', 'api', '', '', '', x'00', '{}', 2, 2),
      (3, 'Basel', 'api', '', '', '', x'00', '{}', 3, 3);
    INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_id, connection_name, account_id, pid, started_at)
    VALUES ('queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', 2, '', '', 0, 8),
      ('queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', 1, '', '', 0, 9);
  `);
  migrate(db);
  expect(proposedConnection(db)).toBe(2);
});
