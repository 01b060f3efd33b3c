import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { AppError } from "../../../main/common/errors.ts";
import { migrations } from "../../../main/records/database/migrate.ts";
import type { Migration } from "../../../main/records/database/migration.ts";
import { DATABASE_FILE, openDatabase } from "../../../main/records/database/open.ts";
import { expectOwnerOnly } from "../../helpers/posix.ts";
import { tempDir } from "../../helpers/temp-dir.ts";

/** Steps that a later version might take: one that corrects, one that asks too much of broken rows. */
const next = migrations.length + 1;
const MENDING: Migration = {
  version: next,
  name: "retention-apart",
  up: (db) =>
    void db.exec(`
      CREATE TABLE retention (days INTEGER NOT NULL) STRICT;
      INSERT INTO retention SELECT ifnull(CAST(nullif(value ->> '$.retentionDays', 'many') AS INTEGER), 90)
        FROM settings WHERE key = 'user'`),
};
const STRICT: Migration = {
  version: next,
  name: "days-are-numbers",
  up(db) {
    db.exec("CREATE TABLE retention (days INTEGER NOT NULL) STRICT");
    db.exec("UPDATE settings SET value = '{}' WHERE key = 'other'");
    db.exec("INSERT INTO retention SELECT value ->> '$.retentionDays' FROM settings");
  },
};

function brokenFolder(): string {
  const dir = tempDir();
  const db = openDatabase(dir);
  db.pragma("foreign_keys = OFF");
  db.exec(`
    INSERT INTO settings VALUES ('user', '{"language":"tlh","retentionDays":"many"}');
    INSERT INTO settings VALUES ('other', '"kept"');
    INSERT INTO batches (import_id, connection_id, position, state, row_count, first_row, last_row,
      byte_size, delimiter, repeatable)
    VALUES (99, 77, 1, 'sending', 1, 1, 1, 0, 'pipe', 1)`);
  db.close();
  return dir;
}

function contents(path: string): unknown {
  const db = new Sqlite(path, { readonly: true });
  try {
    return {
      version: db.pragma("user_version", { simple: true }),
      schema: db.prepare("SELECT sql FROM sqlite_schema ORDER BY name").all(),
      settings: db.prepare("SELECT * FROM settings ORDER BY key").all(),
      batches: db.prepare("SELECT * FROM batches").all(),
      integrity: db.pragma("integrity_check", { simple: true }),
    };
  } finally {
    db.close();
  }
}

const copies = (dir: string) => readdirSync(dir).filter((name) => name.includes(".before-"));

test("an upgrade that meets broken rows it cannot take is refused; every row and a copy are left", () => {
  const dir = brokenFolder();
  const path = join(dir, DATABASE_FILE);
  const before = contents(path);
  const open = () => openDatabase(dir, [...migrations, STRICT]);
  expect(open).toThrow(AppError);
  expect(open).toThrow(expect.objectContaining({ code: "database-not-upgraded" }));
  expect(contents(path)).toEqual(before);
  expect(copies(dir)).toEqual([`${DATABASE_FILE}.before-${migrations.length}`]);
  expect(contents(join(dir, copies(dir)[0] ?? ""))).toEqual(before);
  // The version before goes on with it.
  openDatabase(dir).close();
  expect(contents(path)).toEqual(before);
});

test("an upgrade that corrects broken rows loses none, and the copy as it was is there for a while", () => {
  const dir = brokenFolder();
  const path = join(dir, DATABASE_FILE);
  const before = contents(path);
  const steps = [...migrations, MENDING];
  const db = openDatabase(dir, steps);
  expect(db.prepare("SELECT days FROM retention").pluck().all()).toEqual([90]);
  expect(db.prepare("SELECT count(*) FROM batches").pluck().get()).toBe(1);
  expect(db.pragma("user_version", { simple: true })).toBe(next);
  db.close();
  const copy = join(dir, copies(dir)[0] ?? "");
  expect(contents(copy)).toEqual(before);
  expectOwnerOnly(copy);
  openDatabase(dir, steps).close();
  expect(copies(dir)).toHaveLength(1);
  const longAgo = Date.now() / 1000 - 15 * 24 * 60 * 60;
  utimesSync(copy, longAgo, longAgo);
  openDatabase(dir, steps).close();
  expect(copies(dir)).toEqual([]);
});
