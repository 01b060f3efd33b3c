import type { Database } from "../../common/sqlite/database.ts";
import { BUSY_TIMEOUT_MS } from "../../records/database/open.ts";

/** Says, in the settings, that what was taken away still lies in the log beside the database. */
const KEY = "log-to-clear";

/**
 * Writes the log beside the database back into it and empties the log, in which sealed blocks lie as
 * they were. A process that reads an older state keeps the log: then it is tried again later.
 * @param waitMs how long to wait for such a process; this process does nothing else meanwhile
 * @returns whether nothing is left in the log
 */
export function clearLog(db: Database, waitMs: number = BUSY_TIMEOUT_MS): boolean {
  db.pragma(`busy_timeout = ${waitMs}`);
  try {
    const [result] = db.pragma("wal_checkpoint(TRUNCATE)") as readonly { readonly busy: 0 | 1 }[];
    const cleared = result?.busy === 0;
    if (!cleared) {
      db.prepare("INSERT OR IGNORE INTO settings (key, value) VALUES (?, 'true')").run(KEY);
    } else if (isMarked(db)) db.prepare("DELETE FROM settings WHERE key = ?").run(KEY);
    return cleared;
  } finally {
    db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  }
}

/** Tries again what a reader has kept from being cleared. */
export function clearLeftLog(db: Database): void {
  if (isMarked(db)) clearLog(db, 0);
}

function isMarked(db: Database): boolean {
  return db.prepare("SELECT 1 FROM settings WHERE key = ?").get(KEY) !== undefined;
}
