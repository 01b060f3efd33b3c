import type { Migration } from "../../migration.ts";

/**
 * When an import was queued, in the data folder's order (send_order); of one that puts earlier
 * values back, when these were compared with what was sent. Ids tell when the writing began: an
 * import that takes long to be written is queued after others that began later. Those of earlier
 * versions stand before all others, by their ids.
 */
export const queuedOrder: Migration = {
  version: 5,
  name: "queued-order",
  up(db) {
    db.exec(`
      ALTER TABLE imports ADD COLUMN queued_order INTEGER NOT NULL DEFAULT 0;
      UPDATE imports SET queued_order = id - (SELECT max(id) FROM imports);
      CREATE INDEX imports_by_account_order ON imports (account_id, queued_order);
      DROP INDEX imports_by_account;
    `);
  },
};
