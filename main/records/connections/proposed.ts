import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

/**
 * The connection that a new list is proposed for: the one that a person added, tested or chose
 * last. Practice is never proposed where there is another, and one without a key only where no
 * other has one.
 */
export function proposedConnection(db: Database): number | null {
  const id = column<[], number>(
    db,
    `SELECT id FROM connections
       LEFT JOIN connection_pointed ON connection_id = id
       ORDER BY kind = 'practice', sealed_key IS NULL, max(created_at, ifnull(at, 0)) DESC, id DESC
       LIMIT 1`,
  ).get();
  return id ?? null;
}

/** A person has tested a connection with success, or has chosen it for a list. */
export function pointAt(db: Database, connectionId: number): void {
  statement<[number, number]>(
    db,
    `INSERT INTO connection_pointed (connection_id, at) VALUES (?, ?)
     ON CONFLICT (connection_id) DO UPDATE SET at = excluded.at`,
  ).run(connectionId, Date.now());
}
