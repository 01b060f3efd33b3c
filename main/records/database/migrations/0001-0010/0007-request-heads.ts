import type { Migration } from "../../migration.ts";

/**
 * What requests were sent with beside their rows: connections change, and history tells what was
 * sent. Requests of earlier versions have none, as nothing tells what their connection was then.
 */
export const requestHeads: Migration = {
  version: 7,
  name: "request-heads",
  up(db) {
    db.exec(`
      -- JSON {address, userId, accountId, compatibility}: no key and no customer data.
      CREATE TABLE request_heads (
        id      INTEGER PRIMARY KEY,
        content TEXT NOT NULL UNIQUE CHECK (json_valid(content))
      ) STRICT;
      -- Of the last attempt.
      ALTER TABLE batches ADD COLUMN head_id INTEGER REFERENCES request_heads (id);
    `);
  },
};
