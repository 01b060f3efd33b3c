import type { Migration } from "../../migration.ts";

/** Which connection a new list is proposed for, and whose drafts a new connection takes over. */
export const pointedConnections: Migration = {
  version: 13,
  name: "pointed-connections",
  up(db) {
    db.exec(`
      -- When a person last tested a connection with success, or chose it for a list.
      -- Apart from the connection, whose own changes are taken back as they were.
      CREATE TABLE connection_pointed (
        connection_id INTEGER PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
        at            INTEGER NOT NULL
      ) STRICT;
      INSERT INTO connection_pointed (connection_id, at)
        SELECT connection_id, max(started_at) FROM imports
        WHERE phase = 'queued' AND connection_id IN (SELECT id FROM connections)
        GROUP BY connection_id;

      -- 1: a person chose the draft's connection; else it was proposed.
      ALTER TABLE drafts ADD COLUMN connection_chosen INTEGER NOT NULL DEFAULT 0
        CHECK (connection_chosen IN (0, 1));
    `);
  },
};
