import type { Migration } from "../../migration.ts";

/**
 * What is known of a connection that does not get through, or is on its way out of an outage
 * (main/pipeline/delivery/line): it holds for all of its batches, also after a restart and for another
 * process. A connection that gets through has no entry.
 */
export const connectionLines: Migration = {
  version: 8,
  name: "connection-lines",
  up(db) {
    db.exec(`
      CREATE TABLE connection_lines (
        connection_id INTEGER PRIMARY KEY REFERENCES connections (id) ON DELETE CASCADE,
        failures INTEGER NOT NULL,
        gap      REAL NOT NULL,
        answers  INTEGER NOT NULL,
        next_at  INTEGER NOT NULL,
        cause    TEXT CHECK (cause IN ('network', 'server', 'busy')),
        asked    INTEGER NOT NULL CHECK (asked IN (0, 1))
      ) STRICT;
      -- It was another server's.
      CREATE TRIGGER connection_lines_moved AFTER UPDATE OF url ON connections
        WHEN new.url <> old.url BEGIN
          DELETE FROM connection_lines WHERE connection_id = new.id;
        END;
    `);
  },
};
