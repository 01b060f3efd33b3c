/** Settings, the vault, connections and remembered mappings. */
export const workstation = `
  CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL CHECK (json_valid(value))
  ) STRICT;

  -- The random data key, wrapped by the host's secret store; one row.
  CREATE TABLE vault (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    protection TEXT NOT NULL CHECK (protection IN ('system', 'weak', 'key-file')),
    wrapped    BLOB NOT NULL
  ) STRICT;

  CREATE TABLE connections (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    kind       TEXT NOT NULL CHECK (kind IN ('api', 'practice')),
    url        TEXT NOT NULL,
    user_id    TEXT NOT NULL,
    account_id TEXT NOT NULL,
    sealed_key BLOB,
    settings   TEXT NOT NULL CHECK (json_valid(settings)),
    hold       TEXT CHECK (hold IN ('paused', 'credentials')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;

  -- Mappings remembered by the fingerprint of a list's headers.
  CREATE TABLE mappings (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT NOT NULL,
    connection_id INTEGER REFERENCES connections (id) ON DELETE CASCADE,
    fingerprint   TEXT NOT NULL,
    headers       TEXT NOT NULL CHECK (json_valid(headers)),
    mapping       TEXT NOT NULL CHECK (json_valid(mapping)),
    -- Whether a person named it; else it has the name of the list that was last sent with it.
    named         INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    used_at       INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX mappings_by_fingerprint
    ON mappings (fingerprint, ifnull(connection_id, 0));
`;
