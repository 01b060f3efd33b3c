import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** Imports that ended before a time and about which nothing is open. */
const DUE_SQL = `rows_kept = 1 AND finished_at IS NOT NULL AND finished_at < ?
    AND NOT EXISTS (SELECT 1 FROM batches WHERE import_id = imports.id AND settled = 0
      AND state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain'))`;

export const TO_PURGE_SQL = `SELECT id FROM imports WHERE ${DUE_SQL}
  ORDER BY finished_at LIMIT 1`;

/** The first import whose rows are to go; undefined where none is left. */
export function createNextDue(db: Database): (before: number) => number | undefined {
  const next = column<[before: number], number>(db, TO_PURGE_SQL);
  return (before) => next.get(before);
}

/** How many imports are due, and between which ends. */
export interface DueImports {
  readonly imports: number;
  readonly oldest: number | null;
  readonly newest: number | null;
}

export function dueImports(db: Database, before: number): DueImports {
  const found = statement<[before: number], DueImports>(
    db,
    `SELECT count(*) AS imports, min(finished_at) AS oldest, max(finished_at) AS newest
     FROM imports WHERE ${DUE_SQL}`,
  ).get(before);
  return found ?? { imports: 0, oldest: null, newest: null };
}

/** The newest time that an import tells which did not begin after `now`; null without one. */
export function newestTime(db: Database, now: number): number | null {
  const newest = column<[now: number], number | null>(
    db,
    "SELECT max(max(started_at, ifnull(finished_at, 0))) FROM imports WHERE started_at <= ?",
  );
  return newest.get(now) ?? null;
}
