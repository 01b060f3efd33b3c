/** Imports being prepared: drafts, and the checked rows of their lists. */
export const drafts = `
  -- Imports being prepared in the window. choice: what the user chose about the reading
  -- (sheet, headerRow, encoding, delimiter). sealed_state: reading (its first rows are
  -- customers' data), mapping (fixed values may be secret), what was remembered, blocks.
  CREATE TABLE drafts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    path         TEXT NOT NULL,
    file_name    TEXT NOT NULL,
    file_size    INTEGER NOT NULL,
    file_mtime   INTEGER NOT NULL,
    owns_file    INTEGER NOT NULL DEFAULT 0 CHECK (owns_file IN (0, 1)),
    step         TEXT NOT NULL CHECK (step IN ('file', 'columns', 'options', 'review')),
    choice       TEXT NOT NULL CHECK (json_valid(choice)),
    options      TEXT NOT NULL CHECK (json_valid(options)),
    sealed_state BLOB NOT NULL,
    -- The import whose earlier values the draft puts back; it has rows, but no list file.
    restores     INTEGER,
    -- The import that sent the first rows alone, and how many.
    trial_import_id INTEGER REFERENCES imports (id) ON DELETE SET NULL,
    trial_rows   INTEGER,
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL
  ) STRICT;

  -- One reading-and-checking of a whole list, for a draft or for the command line.
  -- source: what was read (file, sheet, header row); signature: source and how it was checked.
  -- 'removed' is cleared away in small steps.
  CREATE TABLE stagings (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    draft_id   INTEGER UNIQUE REFERENCES drafts (id) ON DELETE CASCADE,
    state      TEXT NOT NULL CHECK (state IN ('running', 'done', 'removed')),
    fields     TEXT NOT NULL CHECK (json_valid(fields)),
    source     TEXT NOT NULL,
    signature  TEXT NOT NULL,
    row_bytes  INTEGER NOT NULL DEFAULT 0,
    notices    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notices)),
    -- Names the content of the file; what of it was sent before, by account.
    file_hash   BLOB,
    -- Older versions of SQLite call no JSON at all invalid.
    sent_before TEXT CHECK (sent_before IS NULL OR json_valid(sent_before)),
    pid        INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  -- Mapped rows, sealed as batch_rows.sealed_rows are, so that untouched ones go out as they are:
  -- what a batch says of its rows is known then (delimiter null: they have to be made anew).
  -- keyed: every row has a key. value_hashes: of codes, card numbers and e-mails, 8 bytes each.
  -- status holds one byte a row: bit 0 error, bit 1 warning, bit 2 left out, bit 3 repeats
  -- another row (left out by the rule for repeated rows unless a person put it back), bit 4
  -- sent in the trial.
  CREATE TABLE staged_chunks (
    staging_id  INTEGER NOT NULL REFERENCES stagings (id) ON DELETE CASCADE,
    chunk       INTEGER NOT NULL,
    first_index INTEGER NOT NULL,
    row_count   INTEGER NOT NULL CHECK (row_count > 0),
    status      BLOB NOT NULL,
    first_row   INTEGER NOT NULL,
    last_row    INTEGER NOT NULL,
    byte_size   INTEGER NOT NULL,
    delimiter   TEXT CHECK (delimiter IN ('pipe', 'comma', 'tab')),
    keyed       INTEGER NOT NULL CHECK (keyed IN (0, 1)),
    value_hashes BLOB NOT NULL,
    sealed_rows BLOB NOT NULL,
    PRIMARY KEY (staging_id, chunk)
  ) STRICT, WITHOUT ROWID;

  -- origin 'read': found in the cell as read; hidden while the field holds an edited value.
  CREATE TABLE staged_problems (
    staging_id INTEGER NOT NULL REFERENCES stagings (id) ON DELETE CASCADE,
    row_index  INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    row_number INTEGER NOT NULL,
    column     TEXT,
    field      TEXT,
    code       TEXT NOT NULL,
    severity   TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
    params     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(params)),
    origin     TEXT NOT NULL CHECK (origin IN ('read', 'check')),
    hidden     INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    PRIMARY KEY (staging_id, row_index, seq)
  ) STRICT, WITHOUT ROWID;

  -- Cells a person edited in the review, by row position and field; sealed value.
  CREATE TABLE staged_edits (
    staging_id   INTEGER NOT NULL REFERENCES stagings (id) ON DELETE CASCADE,
    row_index    INTEGER NOT NULL,
    field        TEXT NOT NULL,
    sealed_value BLOB NOT NULL,
    PRIMARY KEY (staging_id, row_index, field)
  ) STRICT, WITHOUT ROWID;

  -- One problem mended in all rows that have it: written in small steps; one that was not
  -- finished is taken back. sealed_how: what was done; sealed_before: the positions of the rows
  -- that a step changed and the edits they had.
  CREATE TABLE bulk_edits (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    staging_id INTEGER NOT NULL REFERENCES stagings (id) ON DELETE CASCADE,
    state      TEXT NOT NULL CHECK (state IN ('running', 'done')),
    pid        INTEGER NOT NULL,
    sealed_how BLOB NOT NULL
  ) STRICT;
  CREATE INDEX bulk_edits_by_staging ON bulk_edits (staging_id);
  CREATE TABLE bulk_edit_steps (
    bulk_id       INTEGER NOT NULL REFERENCES bulk_edits (id) ON DELETE CASCADE,
    chunk         INTEGER NOT NULL,
    sealed_before BLOB NOT NULL,
    PRIMARY KEY (bulk_id, chunk)
  ) STRICT, WITHOUT ROWID;
`;
