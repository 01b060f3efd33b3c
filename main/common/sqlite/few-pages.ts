import type { Database } from "./database.ts";

/** Kibibytes, as a negative number says to SQLite. */
const FEW = -2_048;

/**
 * From here on SQLite keeps few pages in memory, for who writes a long list from its beginning to its
 * end and reads none of it again: each page more would only be one more to ask the system for.
 * @returns ends it
 */
export function keepFewPages(db: Database): () => void {
  const before = db.pragma("cache_size", { simple: true });
  db.pragma(`cache_size = ${FEW}`);
  return () => {
    if (db.open) db.pragma(`cache_size = ${Number(before)}`);
  };
}
