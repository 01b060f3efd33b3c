/** Imports as the history lists them, with what of them was not sent. */
export const imports = `
  -- phase 'preparing': batches are still being written; invisible to queue and history.
  CREATE TABLE imports (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    phase           TEXT NOT NULL CHECK (phase IN ('preparing', 'queued')),
    state           TEXT NOT NULL CHECK (state IN
      ('queued', 'sending', 'accepted', 'partly-accepted', 'rejected', 'uncertain', 'cancelled')),
    hold            TEXT CHECK (hold IN ('paused', 'rejected')),
    file_name       TEXT NOT NULL,
    sheet           TEXT NOT NULL,
    header_row      INTEGER NOT NULL,
    columns         TEXT NOT NULL CHECK (json_valid(columns)),
    mapping         TEXT NOT NULL CHECK (json_valid(mapping)),
    options         TEXT NOT NULL CHECK (json_valid(options)),
    output          TEXT NOT NULL CHECK (output IN ('json', 'xml', 'jsonp')),
    checked         TEXT NOT NULL CHECK (json_valid(checked)),
    connection_id   INTEGER REFERENCES connections (id) ON DELETE SET NULL,
    connection_name TEXT NOT NULL,
    account_id      TEXT NOT NULL,
    -- Every key (code, else card number) occurs once: batches may go side by side.
    distinct_keys   INTEGER NOT NULL DEFAULT 0 CHECK (distinct_keys IN (0, 1)),
    -- Counts of the import's batches, kept by the transaction that changes a batch.
    -- Open: queued, waiting or sending.
    rows_total         INTEGER NOT NULL DEFAULT 0,
    batches_total      INTEGER NOT NULL DEFAULT 0,
    batches_open       INTEGER NOT NULL DEFAULT 0,
    batches_sending    INTEGER NOT NULL DEFAULT 0,
    batches_accepted   INTEGER NOT NULL DEFAULT 0,
    batches_rejected   INTEGER NOT NULL DEFAULT 0,
    batches_uncertain  INTEGER NOT NULL DEFAULT 0,
    batches_cancelled  INTEGER NOT NULL DEFAULT 0,
    rows_accepted      INTEGER NOT NULL DEFAULT 0,
    rows_rejected      INTEGER NOT NULL DEFAULT 0,
    rows_uncertain     INTEGER NOT NULL DEFAULT 0,
    customers_new      INTEGER NOT NULL DEFAULT 0,
    customers_updated  INTEGER NOT NULL DEFAULT 0,
    -- The draft it was made of; the draft is gone, but can never be sent twice.
    draft_id        INTEGER UNIQUE,
    -- The import whose earlier values this one puts back.
    undoes_import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL,
    -- Names the content of the list's file.
    file_hash       BLOB,
    -- Whether rows and replies are still kept; retention takes them away, counts stay.
    rows_kept       INTEGER NOT NULL DEFAULT 1 CHECK (rows_kept IN (0, 1)),
    -- Rows taken away because a person asked to forget a customer.
    rows_forgotten  INTEGER NOT NULL DEFAULT 0,
    pid             INTEGER NOT NULL,
    started_at      INTEGER NOT NULL,
    finished_at     INTEGER
  ) STRICT;
  -- The names are in it for searches too short for imports_search.
  CREATE INDEX imports_by_time
    ON imports (phase, started_at DESC, id DESC, file_name, connection_name);
  CREATE INDEX imports_by_state ON imports (phase, state, started_at DESC, id DESC);
  CREATE INDEX imports_by_connection ON imports (phase, connection_id, started_at DESC, id DESC);

  -- Parts of file and connection names, for the history's search.
  CREATE VIRTUAL TABLE imports_search USING fts5 (
    file_name, connection_name,
    content = 'imports', content_rowid = 'id', tokenize = 'trigram remove_diacritics 1'
  );
  CREATE TRIGGER imports_search_added AFTER INSERT ON imports BEGIN
    INSERT INTO imports_search (rowid, file_name, connection_name)
    VALUES (new.id, new.file_name, new.connection_name);
  END;
  CREATE TRIGGER imports_search_removed AFTER DELETE ON imports BEGIN
    INSERT INTO imports_search (imports_search, rowid, file_name, connection_name)
    VALUES ('delete', old.id, old.file_name, old.connection_name);
  END;
  CREATE TRIGGER imports_search_changed AFTER UPDATE OF file_name, connection_name ON imports BEGIN
    INSERT INTO imports_search (imports_search, rowid, file_name, connection_name)
    VALUES ('delete', old.id, old.file_name, old.connection_name);
    INSERT INTO imports_search (rowid, file_name, connection_name)
    VALUES (new.id, new.file_name, new.connection_name);
  END;

  CREATE TABLE import_problems (
    import_id  INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    seq        INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    column     TEXT,
    field      TEXT,
    code       TEXT NOT NULL,
    severity   TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    params     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(params)),
    PRIMARY KEY (import_id, seq)
  ) STRICT, WITHOUT ROWID;

  -- Rows of an import that were not sent (invalid or left out), for its exports: sealed,
  -- compressed JSON [[rowNumber, [value, ...]], ...], values in the import's mapping's order.
  CREATE TABLE import_leftovers (
    import_id   INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    chunk       INTEGER NOT NULL,
    sealed_rows BLOB NOT NULL,
    PRIMARY KEY (import_id, chunk)
  ) STRICT, WITHOUT ROWID;
`;
