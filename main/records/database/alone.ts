import type { Database } from "../../common/sqlite/database.ts";

/**
 * Does a piece of work while no other process, and no other connection of this one, has the
 * database open, nor can open it.
 * @returns whether it was done: not where somebody else has it open
 */
export function doAlone(db: Database, work: () => void): boolean {
  const timeout = db.pragma("busy_timeout", { simple: true });
  db.pragma("busy_timeout = 0");
  // Out of the mode of a log beside the file SQLite goes only where nobody else is, and in this
  // one it keeps the lock that it takes for that.
  db.pragma("locking_mode = EXCLUSIVE");
  try {
    if (db.pragma("journal_mode = DELETE", { simple: true }) !== "delete") return false;
    work();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_BUSY") return false;
    throw error;
  } finally {
    db.pragma("locking_mode = NORMAL");
    db.pragma(`busy_timeout = ${timeout}`);
    db.pragma("journal_mode = WAL");
    // The lock goes with the next look into the file.
    db.pragma("user_version");
  }
}
