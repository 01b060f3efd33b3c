import type { Database } from "../../common/sqlite/database.ts";
import { findServer } from "../connections/records.ts";
import { isSameServer, type Server } from "../connections/server.ts";

/** What a check relied on. */
export interface CheckedFor {
  readonly connectionId: number;
  /** Where the connection led. */
  readonly server: Server;
  /** What was known of the server's customers then (`serverMark`). */
  readonly mark: string;
}

/**
 * Names, in one text, everything that comparing a list with a server's past depends on: which
 * imports there are, how they ended, what of them was taken back or forgotten. Batches that are
 * accepted on the way change nothing about it, for they count as sent from the start.
 * @param except the import that is being queued
 */
export function serverMark(db: Database, { address, accountId }: Server, except = 0): string {
  const past = db
    .prepare(
      `SELECT count(*), ifnull(max(queued_order), 0), ifnull(sum(state = 'accepted'), 0),
         ifnull(sum(batches_rejected), 0), ifnull(sum(batches_cancelled), 0),
         ifnull(sum(rows_forgotten), 0), ifnull(sum(rows_kept), 0)
       FROM imports WHERE phase = 'queued' AND account_id = ? AND address IN (?, '') AND id <> ?`,
    )
    .raw()
    .get(accountId, address, except) as readonly number[];
  const marks = db
    .prepare(
      `SELECT count(*) FROM undo_marks JOIN batches ON batches.id = batch_id
       JOIN imports ON imports.id = import_id WHERE account_id = ? AND address IN (?, '')`,
    )
    .pluck()
    .get(accountId, address) as number;
  return [...past, marks].join();
}

/** What a check over this connection would rely on now; null for a connection that is gone. */
export function reliesOn(db: Database, connectionId: number | null): CheckedFor | null {
  const server = findServer(db, connectionId);
  if (server === null || connectionId === null) return null;
  return { connectionId, server, mark: serverMark(db, server) };
}

export function readCheckedFor(db: Database, stagingId: number): CheckedFor | null {
  const json = db.prepare("SELECT checked_for FROM stagings WHERE id = ?").pluck().get(stagingId) as
    | string
    | null
    | undefined;
  return json == null ? null : (JSON.parse(json) as CheckedFor);
}

/** Whether all that a check relied on is as it was. */
export function isCheckCurrent(before: CheckedFor | null, now: CheckedFor | null): boolean {
  return (
    before !== null &&
    now !== null &&
    before.connectionId === now.connectionId &&
    isSameServer(before.server, now.server) &&
    before.mark === now.mark
  );
}

export function writeCheckedFor(db: Database, stagingId: number, checkedFor: CheckedFor): void {
  db.prepare("UPDATE stagings SET checked_for = ? WHERE id = ?").run(
    JSON.stringify(checkedFor),
    stagingId,
  );
}
