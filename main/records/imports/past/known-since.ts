import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import { readSendOrder } from "../send-order.ts";

const KEY = "known-since";

/**
 * The last number in the order of sending (`send_order`) behind which a backup was restored; 0 where
 * none was. Whatever was sent between the backup and its restore is not written here, so what was
 * sent up to that number tells nothing of what the platform holds now.
 */
export function knownSince(db: Database): number {
  const kept = column<[key: string], string>(db, "SELECT value FROM settings WHERE key = ?");
  return Number(kept.get(KEY) ?? 0);
}

/** A backup takes the place of the data. To be called inside a transaction. */
export function markRestored(db: Database): void {
  statement<[key: string, value: string]>(
    db,
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(readSendOrder(db)));
}
