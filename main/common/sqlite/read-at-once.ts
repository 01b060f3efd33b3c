import type { Database } from "./database.ts";

/**
 * What one question reads, of one state of the database, whatever another process writes meanwhile.
 * By itself each statement locks the database and looks for news: of hundreds of small ones that is
 * half of the time.
 */
export function readAtOnce<T>(db: Database, read: () => T): T {
  return db.inTransaction ? read() : db.transaction(read).deferred();
}
