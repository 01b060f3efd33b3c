import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { AppError } from "../../../main/common/errors.ts";
import { migrate, migrations, SCHEMA_VERSION } from "../../../main/records/database/migrate.ts";
import { DATABASE_FILE, openDatabase } from "../../../main/records/database/open.ts";
import { expectOwnerOnly, NO_RIGHTS, onPosix } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

test("a fresh data folder gets the current schema, WAL, foreign keys and a file for its owner only", () => {
  const dir = join(tempDir(), "new", "folder");
  const db = openDatabase(dir);
  expect(db.pragma("user_version", { simple: true })).toBe(SCHEMA_VERSION);
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(db.pragma("secure_delete", { simple: true })).toBe(1);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  expectOwnerOnly(join(dir, DATABASE_FILE), dir);
  db.close();
});

test("a database says whose it is, also one that was made before it said so", () => {
  const dir = tempDir();
  openDatabase(dir).close();
  // Where the file format keeps it, and programs such as `file` look for it.
  const mark = () => readFileSync(join(dir, DATABASE_FILE)).toString("latin1", 68, 72);
  expect(mark()).toBe("LoyI");
  const before = new Sqlite(join(dir, DATABASE_FILE));
  before.pragma("application_id = 0");
  before.pragma("wal_checkpoint(TRUNCATE)");
  before.close();
  expect(mark()).toBe("\0\0\0\0");
  openDatabase(dir).close();
  expect(mark()).toBe("LoyI");
});

test("versions of migrations rise by one from one", () => {
  expect(migrations.map((each) => each.version)).toEqual(migrations.map((_, n) => n + 1));
});

test("what was written is there after a restart, and migrating again changes nothing", () => {
  const dir = tempDir();
  const first = openDatabase(dir);
  first.prepare("INSERT INTO settings (key, value) VALUES ('kept', '1')").run();
  migrate(first);
  first.close();
  const second = openDatabase(dir);
  expect(second.prepare("SELECT value FROM settings WHERE key = 'kept'").pluck().get()).toBe("1");
  second.close();
});

test("a migration that fails leaves the database as it was", () => {
  const db = new Sqlite(":memory:");
  // In the way of the schema's own table of that name.
  db.exec("CREATE TABLE batch_log (note TEXT); INSERT INTO batch_log VALUES ('mine')");
  expect(() => migrate(db)).toThrow();
  expect(db.pragma("user_version", { simple: true })).toBe(0);
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  expect(tables).toEqual(["batch_log"]);
  db.close();
});

test("a database from the future is refused and stays byte for byte as it was", () => {
  const dir = tempDir();
  const path = join(dir, DATABASE_FILE);
  const future = new Sqlite(path);
  future.exec("CREATE TABLE tomorrow (x); PRAGMA user_version = 9999");
  future.close();
  const before = readFileSync(path);
  expect(codeOf(() => openDatabase(dir))).toBe("database-newer");
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a file that is no database is refused and stays as it was", () => {
  const dir = tempDir();
  const path = join(dir, DATABASE_FILE);
  writeFileSync(path, "this is a letter, not a database. ".repeat(100));
  const before = readFileSync(path);
  expect(codeOf(() => openDatabase(dir))).toBe("database-damaged");
  expect(readFileSync(path).equals(before)).toBe(true);
});

onPosix(
  {
    title: "a data folder that cannot be written to is told as such",
    reason: NO_RIGHTS,
    asUser: true,
  },
  ({ chmod }) => {
    const dir = tempDir();
    chmod(dir, 0o500);
    expect(codeOf(() => openDatabase(join(dir, "inner")))).toBe("database-read-only");
    chmod(dir, 0o700);
  },
);

test("the search index of imports follows inserts, renames and removals", () => {
  const db = openDatabase(tempDir());
  const find = (text: string) =>
    db.prepare("SELECT rowid FROM imports_search WHERE imports_search MATCH ?").pluck().all(text);
  const { lastInsertRowid: id } = db
    .prepare(
      `INSERT INTO imports (phase, state, file_name, sheet, header_row, columns, mapping, options,
         output, checked, connection_name, account_id, pid, started_at)
       VALUES ('queued', 'queued', 'Märzliste.xlsx', 's', 1, '[]', '[]', '{}', 'json', '{}', 'Store',
         'a', 1, 0)`,
    )
    .run();
  expect(find('"marzli"')).toEqual([id]);
  db.prepare("UPDATE imports SET file_name = 'April.xlsx' WHERE id = ?").run(id);
  expect([find('"marzli"'), find('"april"')]).toEqual([[], [id]]);
  db.prepare("DELETE FROM imports WHERE id = ?").run(id);
  expect(find('"april"')).toEqual([]);
  db.exec("INSERT INTO imports_search (imports_search) VALUES ('integrity-check')");
  db.close();
});

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "none";
}
