import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import type { Database } from "../../../../../main/common/sqlite/database.ts";
import { migrate, migrations } from "../../../../../main/records/database/migrate.ts";

/** Two batches and two chunks with rows, and rows of a batch and a list that are gone. */
function versionTwo(): Database {
  const db = new Sqlite(":memory:");
  for (const step of migrations.filter(({ version }) => version <= 2)) step.up(db);
  db.pragma("user_version = 2");
  db.exec(`
    INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
      output, checked, connection_id, connection_name, account_id, pid, started_at)
    VALUES ('queued', 'queued', 'a', 'b', 1, '[]', '[]', '{}', 'json', '{}', NULL, 'c', 'd', 1, 1);
    INSERT INTO batches (id, import_id, position, state, row_count, first_row, last_row,
      byte_size, delimiter, repeatable)
    VALUES (3, 1, 1, 'queued', 1, 2, 2, 1, 'pipe', 1), (7, 1, 2, 'queued', 1, 3, 3, 1, 'pipe', 1);
    INSERT INTO batch_rows VALUES (3, x'03'), (7, x'07');
    INSERT INTO stagings (id, state, fields, source, signature, pid, created_at)
    VALUES (5, 'done', '["code"]', 's', 't', 1, 1);
    INSERT INTO staged_chunks VALUES
      (5, 0, 0, 1, x'00', 2, 2, 1, 'pipe', 1, x'', x'50'),
      (5, 1, 1, 1, x'00', 3, 3, 1, NULL, 0, x'0102', x'51');
  `);
  db.pragma("foreign_keys = OFF");
  db.exec(`
    INSERT INTO batch_rows VALUES (99, x'99');
    INSERT INTO staged_chunks VALUES (98, 0, 0, 1, x'00', 2, 2, 1, 'pipe', 1, x'', x'98');
  `);
  db.pragma("foreign_keys = ON");
  return db;
}

function migrated(): Database {
  const db = versionTwo();
  migrate(db);
  return db;
}

const blocks = (db: Database) =>
  db.prepare("SELECT hex(sealed_rows) FROM row_blocks ORDER BY id").pluck().all();
const rowsOf = (db: Database, batch: number) =>
  db.prepare("SELECT hex(sealed_rows) FROM batch_rows WHERE batch_id = ?").pluck().get(batch);
const staged = (db: Database) =>
  db.prepare("SELECT chunk, hex(sealed_rows) FROM staged_rows ORDER BY chunk").raw().all();

test("rows stay with their batches and lists; those that belonged to nothing are gone", () => {
  const db = migrated();
  expect(rowsOf(db, 3)).toBe("03");
  expect(rowsOf(db, 7)).toBe("07");
  expect(staged(db)).toEqual([
    [0, "50"],
    [1, "51"],
  ]);
  expect(blocks(db)).toEqual(["03", "07", "50", "51"]);
  expect(
    db.prepare("SELECT delimiter, keyed, hex(value_hashes) FROM staged_chunks").raw().all(),
  ).toEqual([
    ["pipe", 1, ""],
    [null, 0, "0102"],
  ]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  db.close();
});

test("rows of a list become those of a batch as they are, and go with the last of the two", () => {
  const db = migrated();
  db.exec(`
    DELETE FROM batch_rows WHERE batch_id = 3;
    INSERT INTO batch_blocks SELECT 3, block_id FROM staged_chunks WHERE chunk = 0`);
  expect(rowsOf(db, 3)).toBe("50");
  db.exec("DELETE FROM stagings");
  expect(blocks(db)).toEqual(["07", "50"]);
  db.exec("DELETE FROM batches WHERE id = 3");
  expect(blocks(db)).toEqual(["07"]);
  db.close();
});

test("rows that two share are written over for one of them alone", () => {
  const db = migrated();
  db.exec(`
    DELETE FROM batch_rows WHERE batch_id = 3;
    INSERT INTO batch_blocks SELECT 3, block_id FROM staged_chunks WHERE chunk = 0;
    UPDATE batch_rows SET sealed_rows = x'aa' WHERE batch_id = 3;
    UPDATE staged_rows SET sealed_rows = x'bb' WHERE staging_id = 5 AND chunk = 1;`);
  expect(rowsOf(db, 3)).toBe("AA");
  expect(staged(db)).toEqual([
    [0, "50"],
    [1, "BB"],
  ]);
  expect(blocks(db)).toEqual(["07", "50", "AA", "BB"]);
  db.exec(
    "INSERT INTO batches (id, import_id, position, state, row_count, first_row, last_row, byte_size, delimiter, repeatable) VALUES (8, 1, 3, 'queued', 1, 4, 4, 1, 'pipe', 1)",
  );
  db.prepare("INSERT INTO batch_rows (batch_id, sealed_rows) VALUES (8, x'08')").run();
  expect(rowsOf(db, 8)).toBe("08");
  db.close();
});
