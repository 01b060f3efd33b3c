import type { Database } from "../../../../common/sqlite/database.ts";
import { addressOf } from "../../../connections/server.ts";
import type { Migration } from "../../migration.ts";

interface FormerConnection {
  readonly id: number;
  readonly kind: "api" | "practice";
  readonly url: string;
  /** Since when it has certainly had this address and account; null where nothing tells. */
  readonly since: number | null;
}

/**
 * Imports keep the address that they go to: one account's ID can stand for a sandbox and for
 * production. Of an earlier import it is known only where its connection's address has certainly
 * been the same ever since; else it stays unknown, and nothing is known by it.
 */
export const servers: Migration = {
  version: 6,
  name: "servers",
  up(db) {
    db.exec(`
      -- Origin and path, 'practice', or '' where it is not known. With account_id it names what
      -- the requests of the import go to, as it was when the import was queued, or when a person
      -- let an import of which nothing had gone out follow its connection elsewhere.
      ALTER TABLE imports ADD COLUMN address TEXT NOT NULL DEFAULT '';
      -- The account by which its customers stand in the index, where that was another one.
      ALTER TABLE imports ADD COLUMN indexed_as TEXT;
      CREATE INDEX imports_by_server ON imports (address, account_id, queued_order);
      CREATE INDEX imports_indexed_as ON imports (account_id, indexed_as)
        WHERE indexed_as IS NOT NULL;
      DROP INDEX imports_by_account_order;
    `);
    const keep = db.prepare(
      `UPDATE imports SET address = :address WHERE connection_id = :id AND started_at >= :since
         AND account_id = (SELECT account_id FROM connections WHERE id = :id)`,
    );
    for (const { id, kind, url, since } of formerConnections(db)) {
      if (since !== null) keep.run({ id, since, address: addressOf({ kind, url }) });
    }
  },
};

/**
 * A connection that was never saved again has its first address. One that was: the save stands in
 * the undo log as long as it was not taken back; where it does not stand there any more, it may have
 * been, and with it the address. The practice server is what it always was.
 */
function formerConnections(db: Database): readonly FormerConnection[] {
  return db
    .prepare(
      `SELECT id, kind, url, CASE
         WHEN kind = 'practice' OR created_at = updated_at THEN 0
         WHEN EXISTS (SELECT 1 FROM undo_groups
           WHERE label = 'connection-changed' AND undone = 0 AND params ->> '$.name' = connections.name
             AND at BETWEEN updated_at AND updated_at + 10000) THEN updated_at
         END AS since FROM connections`,
    )
    .all() as FormerConnection[];
}
