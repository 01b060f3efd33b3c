import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { plannedOnce } from "../../../main/common/sqlite/planned-once.ts";
import { statement } from "../../../main/common/sqlite/statement.ts";

test("a sign stands before each value and nothing else", () => {
  expect(plannedOnce("SELECT a FROM t WHERE b = ? AND c IN (?, '', @d) LIMIT :e")).toBe(
    "SELECT a FROM t WHERE b = +? AND c IN (+?, '', +@d) LIMIT +:e",
  );
  const others = `SELECT 'it''s :not ?', "?" AS "a:b", a ->> '$.b' FROM t -- why :not ?\n`;
  expect(plannedOnce(`${others} WHERE c = ?`)).toBe(`${others} WHERE c = +?`);
});

const VALUES = [
  null,
  7,
  2.5,
  1_700_000_000_000,
  9_007_199_254_740_993n,
  "7",
  "",
  "ä",
  Buffer.of(0),
];

test.each([
  "SELECT ? AS value, typeof(?) AS kind",
  "SELECT id FROM t WHERE whole = ? AND ifnull(?, 1) IS NOT NULL ORDER BY id",
  "SELECT id FROM t WHERE text = ? OR text IS ? ORDER BY id",
  "SELECT id FROM t WHERE any IS ? OR any BETWEEN ? AND 8 ORDER BY id",
  "SELECT id FROM t WHERE any IN (?, ?, 2.5) ORDER BY id",
  "SELECT id FROM t WHERE (any, id) > (?, 2) OR text LIKE ? ORDER BY id",
])("values mean with it what they mean without: %s", (sql) => {
  const db = new Sqlite(":memory:");
  db.exec(
    `CREATE TABLE t (id INTEGER PRIMARY KEY, whole INTEGER, text TEXT, any ANY) STRICT;
     CREATE INDEX t_by_whole ON t (whole) WHERE whole = 7; CREATE INDEX t_by_any ON t (any)`,
  );
  const insert = statement<{
    readonly value: unknown;
    readonly text: unknown;
    readonly whole: unknown;
  }>(db, "INSERT INTO t (whole, text, any) VALUES (:whole, :text, :value)");
  for (const value of VALUES) {
    const whole = typeof value === "number" && Number.isInteger(value) ? value : null;
    insert.run({ value, text: typeof value === "string" ? value : null, whole });
  }
  const kept = db.prepare("SELECT any FROM t ORDER BY id").pluck().safeIntegers();
  expect(kept.all()).toEqual(VALUES);
  const ours = statement<[one: unknown, other: unknown], object>(db, sql).safeIntegers();
  const plain = db.prepare(sql).safeIntegers();
  for (const one of VALUES) {
    for (const other of VALUES) expect(ours.all(one, other)).toEqual(plain.all(one, other));
  }
  db.close();
});
