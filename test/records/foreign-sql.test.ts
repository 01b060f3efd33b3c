import { expect, test } from "vitest";
import { foreignSqlIn } from "../helpers/foreign-sql.ts";

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
  "db.prepare('SELECT import_id FROM batch_log')",
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
