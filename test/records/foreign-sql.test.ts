import { expect, test } from "vitest";
import { foreignSqlIn, untypedSqlIn } from "../helpers/foreign-sql.ts";

const found = (code: string) => foreignSqlIn("some.ts", code).map(({ place }) => place);

test.each([
  "db.prepare('SELECT id FROM imports')",
  "db.prepare('select id from batches where id = ?')",
  "db.exec(`\n  UPDATE imports\n  SET state = 'queued'`)",
  `db.prepare(\`INSERT INTO batches (id) VALUES (\${id})\`)`,
  "db.prepare('SELECT 1 FROM undo_marks JOIN batches ON batches.id = batch_id')",
  "db.prepare('SELECT 1 FROM drafts AS d, imports WHERE d.id = draft_id')",
  "db.prepare('DELETE FROM \"imports\"')",
  `const hold = (table) => db.prepare(\`SELECT hold FROM \${table} WHERE id = ?\`); hold("imports")`,
  "const list = 'SELECT 1 WHERE EXISTS (SELECT 1 FROM batches)'",
  'import type { Database } from "better-sqlite3";',
  'import Sqlite, { type Database } from "better-sqlite3";',
])("what is the owner's alone is found in %s", (code) => {
  expect(found(code)).not.toEqual([]);
});

test.each([
  "db.prepare('SELECT import_id FROM customer_runs')",
  "db.prepare('SELECT count(*) AS batches FROM drafts')",
  "db.prepare('SELECT imports FROM settings')",
  "const text = 'Rows from several imports'; t('batches')",
  `const text = \`\${n} batches of \${m} imports\``,
  `const hold = (table) => db.prepare(\`SELECT hold FROM \${table} WHERE id = ?\`); hold("drafts")`,
  'import Sqlite from "better-sqlite3";',
  'import { readBatches } from "../records/imports/batches/batch-record.ts";',
])("nothing is found in %s", (code) => {
  expect(found(code)).toEqual([]);
});

test("the place is the line that it begins in", () => {
  expect(found("\n\ndb.prepare('SELECT id FROM imports')")).toEqual(["some.ts:3"]);
});

test("tables that hang on an import or a batch are its owner's as well", () => {
  expect(found('db.prepare("SELECT sealed_rows FROM batch_rows WHERE batch_id = ?")')).toHaveLength(
    1,
  );
  expect(found('db.prepare("INSERT OR REPLACE INTO import_leftovers VALUES (?)")')).toHaveLength(1);
  expect(found('db.prepare("SELECT sealed_rows FROM staged_rows WHERE batch_rows = 1")')).toEqual(
    [],
  );
});

test("the owner's own statements have types", () => {
  const bare = 'const find = db.prepare("SELECT 1 FROM imports");';
  expect(untypedSqlIn("owner.ts", bare).map(({ place }) => place)).toEqual(["owner.ts:1"]);
  expect(untypedSqlIn("owner.ts", 'statement<[], 1>(db, "SELECT 1 FROM imports");')).toEqual([]);
});
