import Sqlite from "better-sqlite3";
import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { migrations } from "../../records/database/migrate.ts";

/**
 * Compares the schema of a database with what our own migrations make. A database from outside
 * could hold triggers and views of somebody else, which would run with our own statements.
 * @throws AppError "backup-damaged"
 */
export function requireOurSchema(db: Database, version: number): void {
  const ours = new Sqlite(":memory:");
  try {
    for (const step of migrations.slice(0, version)) step.up(ours);
    const expected = schemaOf(ours);
    const found = schemaOf(db);
    const other = found.find((part) => !expected.includes(part));
    if (other !== undefined || found.length !== expected.length) {
      throw new AppError("backup-damaged", { detail: "schema" });
    }
  } finally {
    ours.close();
  }
}

/** Every part of a schema as one text, but for SQLite's own statistics. */
function schemaOf(db: Database): readonly string[] {
  const parts = db
    .prepare(
      `SELECT type, name, tbl_name, ifnull(sql, '') AS sql FROM sqlite_schema
       WHERE name NOT GLOB 'sqlite_stat?'`,
    )
    .all() as { readonly type: string; name: string; tbl_name: string; sql: string }[];
  return parts.map(({ sql, ...part }) => JSON.stringify({ ...part, sql: withoutLayout(sql) }));
}

/** Comments, blanks and quotes are kept as they were written, or as a version of SQLite writes them. */
function withoutLayout(sql: string): string {
  return sql
    .replace(/--[^\n]*/g, " ")
    .replaceAll('"', "")
    .replace(/\s+/g, " ")
    .trim();
}
