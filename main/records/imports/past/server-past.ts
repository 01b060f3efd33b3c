import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";
import type { Server } from "../../connections/server.ts";

/**
 * Names, in one text, everything that comparing a list with a server's past depends on: which
 * imports there are, how they ended, what of them was taken back or forgotten. Batches that are
 * accepted on the way change nothing about it, for they count as sent from the start.
 * @param except the import that is being queued
 */
export function serverMark(db: Database, { address, accountId }: Server, except = 0): string {
  const past = statement<[account: string, address: string, except: number], readonly number[]>(
    db,
    `SELECT count(*), ifnull(max(queued_order), 0), ifnull(sum(state = 'accepted'), 0),
       ifnull(sum(batches_rejected), 0), ifnull(sum(batches_cancelled), 0),
       ifnull(sum(rows_forgotten), 0), ifnull(sum(rows_kept), 0)
     FROM imports WHERE phase = 'queued' AND account_id = ? AND address IN (?, '') AND id <> ?`,
  ).raw();
  const marks = column<[account: string, address: string], number>(
    db,
    `SELECT count(*) FROM undo_marks JOIN batches ON batches.id = batch_id
     JOIN imports ON imports.id = import_id WHERE account_id = ? AND address IN (?, '')`,
  );
  return [...(past.get(accountId, address, except) ?? []), marks.get(accountId, address)].join();
}

/** Other accounts under which customers of an account's imports stand in the index. */
export function formerAccounts(db: Database, accountId: string): readonly string[] {
  return column<[accountId: string], string>(
    db,
    "SELECT DISTINCT indexed_as FROM imports WHERE account_id = ? AND indexed_as IS NOT NULL",
  ).all(accountId);
}

/** What a batch went to; null where it is gone. */
export function createServerOfBatch(db: Database): (batchId: number) => Server | null {
  const read = statement<[batchId: number], Server>(
    db,
    `SELECT address, account_id AS accountId FROM batches JOIN imports ON imports.id = import_id
     WHERE batches.id = ?`,
  );
  return (batchId) => read.get(batchId) ?? null;
}

/** Accepted batches to a server with new customers, as far as is known, whose replies are kept. */
export function batchesWithNew(db: Database, { address, accountId }: Server): readonly number[] {
  return column<[address: string, account: string], number>(
    db,
    `SELECT batches.id FROM imports CROSS JOIN batches ON import_id = imports.id
     WHERE address = ? AND account_id = ? AND batches.state = 'accepted'
       AND ifnull(created_count, 1) > 0
       AND EXISTS (SELECT 1 FROM batch_replies WHERE batch_id = batches.id)`,
  ).all(address, accountId);
}
