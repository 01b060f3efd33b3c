import type { Database } from "../../common/sqlite/database.ts";

/** Where a backup keeps the names of connections whose API keys it does not hold, in `settings`. */
export const KEYS_LEFT_OUT = "backup-keys-left-out";

export function readKeysLeftOut(db: Database): readonly string[] {
  const value = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEYS_LEFT_OUT);
  const names: unknown = value === undefined ? [] : JSON.parse(String(value));
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}
