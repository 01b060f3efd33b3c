import { randomUUID } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Database } from "../../common/sqlite/database.ts";
import { removeBatches } from "../../records/customers/remove.ts";
import { createGoneCheck } from "../../records/imports/retention/purge-rows.ts";

/** Says, in the settings, that the customer index names batches whose rows are gone. */
const KEY = "index-to-purge";
/** Blocks of the customer index looked through in one step. */
const STEP_BLOCKS = 50;

/** Inside the transaction that takes rows away: what leads to them is to go as well. */
export function markIndex(db: Database): void {
  db.prepare(
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(KEY, JSON.stringify(randomUUID()));
}

/**
 * Takes the entries of batches without rows out of the customer index, in small steps. The mark
 * stays until a whole walk is done, so that an interrupted one is begun anew.
 */
export async function purgeIndex(db: Database, stopped: () => boolean): Promise<void> {
  if (stopped()) return;
  const mark = db.prepare("SELECT value FROM settings WHERE key = ?").pluck().get(KEY);
  if (mark === undefined) return;
  const isGone = createGoneCheck(db);
  let rowid: number | null = 0;
  while (rowid !== null && !stopped()) {
    rowid = removeBatches(db, rowid, STEP_BLOCKS, isGone);
    await nextTurn();
  }
  if (rowid === null) db.prepare("DELETE FROM settings WHERE key = ? AND value = ?").run(KEY, mark);
}
