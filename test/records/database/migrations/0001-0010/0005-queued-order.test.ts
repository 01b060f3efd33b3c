import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("imports of an earlier version were queued before all others, in the order of their ids", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 4)) step.up(db);
  db.pragma("user_version = 4");
  // Two that nobody can send, and one that was never written to its end.
  const add = db.prepare(`INSERT INTO imports (id, phase, state, file_name, sheet, header_row,
      columns, mapping, options, output, checked, connection_name, account_id, pid, started_at)
    VALUES (?, ?, 'queued', '', '', 0, '[]', '[]', '{}', 'json', '{}', '', '', 0, 0)`);
  for (const [id, phase] of [
    [3, "queued"],
    [7, "preparing"],
    [9, "queued"],
  ]) {
    add.run(id, phase);
  }
  migrate(db);
  const orders = db.prepare("SELECT queued_order FROM imports ORDER BY id").pluck().all();
  expect(orders).toEqual([-6, -2, 0]);
  expect(db.prepare("SELECT last FROM send_order").pluck().get()).toBe(0);
});
