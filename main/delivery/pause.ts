import type { Database } from "../database/open.ts";

const KEY = "queue-paused";

/** Whether a person has paused everything. */
export function isPaused(db: Database): boolean {
  return db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY) === "true";
}

export function setPaused(db: Database, paused: boolean): void {
  db.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(paused));
}
