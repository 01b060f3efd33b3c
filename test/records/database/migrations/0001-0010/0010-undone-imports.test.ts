import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

test("an import of an earlier version counts as undone where every try of every batch was", () => {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 9)) step.up(db);
  db.pragma("user_version = 9");
  const add =
    db.prepare(`INSERT INTO imports (id, phase, state, file_name, sheet, header_row, columns,
      mapping, options, output, checked, connection_name, account_id, pid, started_at)
    VALUES (?, 'queued', 'accepted', '', '', 0, '[]', '[]', '{}', 'json', '{}', '', '', 0, 0)`);
  const batch = db
    .prepare(`INSERT INTO batches (import_id, position, state, row_count, first_row,
      last_row, byte_size, delimiter, repeatable, attempts)
    VALUES (?, ?, 'accepted', 1, 1, 1, 0, 'pipe', 1, ?) RETURNING id`)
    .pluck();
  const mark = db.prepare("INSERT INTO undo_marks VALUES (?, ?, 'me', 0, 0)");
  // Attempts and marks of each import's batches.
  const imports: readonly (readonly (readonly [number, number])[])[] = [
    [
      [1, 1],
      [2, 2],
    ],
    [
      [1, 1],
      [1, 0],
    ],
    [[2, 1]],
    [[1, 0]],
  ];
  for (const [at, batches] of imports.entries()) {
    add.run(at + 1);
    for (const [position, [attempts, marks]] of batches.entries()) {
      const id = batch.get(at + 1, position + 1, attempts);
      for (let arrival = 1; arrival <= marks; arrival += 1) mark.run(id, arrival);
    }
  }
  migrate(db);
  expect(db.prepare("SELECT reverted FROM imports ORDER BY id").pluck().all()).toEqual([
    1, 0, 0, 0,
  ]);
});
