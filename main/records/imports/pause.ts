import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

const KEY = "queue-paused";

/** Tells whether a person has paused everything; asked for every batch, so prepared once. */
export function createPauseCheck(db: Database): () => boolean {
  const find = column<[key: string], string>(db, "SELECT value FROM settings WHERE key = ?");
  return () => find.get(KEY) === "true";
}

export function isPaused(db: Database): boolean {
  return createPauseCheck(db)();
}

export function setPaused(db: Database, paused: boolean): void {
  statement<[key: string, value: string]>(
    db,
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(paused));
}
