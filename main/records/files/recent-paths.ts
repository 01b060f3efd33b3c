import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

/** Where they stand in `settings`. */
const KEY = "recent-files";

/** A file that a person opened by path. */
export interface RecentPath {
  readonly path: string;
  readonly name: string;
  readonly at: number;
}

/** Newest first. */
export function readRecentPaths(db: Database): readonly RecentPath[] {
  const value = column<[string], string>(db, "SELECT value FROM settings WHERE key = ?").get(KEY);
  return value === undefined ? [] : (JSON.parse(value) as readonly RecentPath[]);
}

export function writeRecentPaths(db: Database, paths: readonly RecentPath[]): void {
  statement<[string, string]>(
    db,
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(paths));
}

export function forgetRecentPaths(db: Database): void {
  statement<[string]>(db, "DELETE FROM settings WHERE key = ?").run(KEY);
}
