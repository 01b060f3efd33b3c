import type { Database } from "./database.ts";

/** SQLite's number for "synchronous = FULL". */
const FULL = 2;

/**
 * From here on commits do not wait for the disk, for what counts only by a later commit that does:
 * the write-ahead log keeps their order, so that one which lasts makes all before it last. A loss of
 * power may take the last of them, and never one from between; the end of a process takes none.
 * @returns ends it; to be called before the commit that counts
 */
export function beginUnsynced(db: Database): () => void {
  // Who is in a transaction already waits at its end, once for all.
  if (db.inTransaction) return () => undefined;
  db.pragma("synchronous = NORMAL");
  return () => {
    if (db.open) db.pragma("synchronous = FULL");
  };
}

/** Before a transaction that must last whatever else is being written meanwhile. */
export function requireSynced(db: Database): void {
  if (db.inTransaction || db.pragma("synchronous", { simple: true }) === FULL) return;
  db.pragma("synchronous = FULL");
}
