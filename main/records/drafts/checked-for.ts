import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";
import { findServer } from "../connections/records.ts";
import { isSameServer, type Server } from "../connections/server.ts";
import { serverMark } from "../imports/past/server-past.ts";

/** What a check relied on. */
export interface CheckedFor {
  readonly connectionId: number;
  /** Where the connection led. */
  readonly server: Server;
  /** What was known of the server's customers then (`serverMark`). */
  readonly mark: string;
}

/** What a check over this connection would rely on now; null for a connection that is gone. */
export function reliesOn(db: Database, connectionId: number | null): CheckedFor | null {
  const server = findServer(db, connectionId);
  if (server === null || connectionId === null) return null;
  return { connectionId, server, mark: serverMark(db, server) };
}

export function readCheckedFor(db: Database, stagingId: number): CheckedFor | null {
  const json = column<[number], string | null>(
    db,
    "SELECT checked_for FROM stagings WHERE id = ?",
  ).get(stagingId);
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
  statement<[string, number]>(db, "UPDATE stagings SET checked_for = ? WHERE id = ?").run(
    JSON.stringify(checkedFor),
    stagingId,
  );
}
