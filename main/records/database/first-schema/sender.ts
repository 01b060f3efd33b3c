/** Who sends. */
export const sender = `
  -- One sender per data folder.
  CREATE TABLE sender_lease (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    holder       TEXT NOT NULL,
    pid          INTEGER NOT NULL,
    host         TEXT NOT NULL,
    heartbeat_at INTEGER NOT NULL
  ) STRICT;
`;
