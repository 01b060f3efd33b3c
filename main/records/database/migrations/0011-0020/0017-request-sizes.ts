import type { Migration } from "../../migration.ts";

/** Which sizes of batches a server has refused and taken (main/records/connections/request-sizes.ts). */
export const requestSizes: Migration = {
  version: 17,
  name: "request-sizes",
  up(db) {
    db.exec(`
      CREATE TABLE request_sizes (
        address    TEXT NOT NULL,
        account_id TEXT NOT NULL,
        refused    INTEGER NOT NULL CHECK (refused > 0),
        taken      INTEGER NOT NULL CHECK (taken >= 0 AND taken < refused),
        refused_at INTEGER NOT NULL,
        PRIMARY KEY (address, account_id)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
