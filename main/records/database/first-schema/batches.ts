/** Batches: the queue, and what was sent and answered. */
export const batches = `
  -- sealed_words: what the API said, sealed because it may repeat a customer's data.
  -- settled: a rejected batch that a person has chosen to leave as it is; no longer in the queue.
  -- unclear: attempts in a row after which it was not known whether the request had arrived.
  -- sent_by: the lease holder of the last attempt; with attempts it names that attempt.
  CREATE TABLE batches (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id     INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    connection_id INTEGER REFERENCES connections (id) ON DELETE SET NULL,
    position      INTEGER NOT NULL,
    state         TEXT NOT NULL CHECK (state IN
      ('queued', 'waiting', 'sending', 'accepted', 'rejected', 'uncertain', 'cancelled')),
    row_count     INTEGER NOT NULL CHECK (row_count > 0),
    first_row     INTEGER NOT NULL,
    last_row      INTEGER NOT NULL,
    byte_size     INTEGER NOT NULL,
    delimiter     TEXT NOT NULL CHECK (delimiter IN ('pipe', 'comma', 'tab')),
    repeatable    INTEGER NOT NULL CHECK (repeatable IN (0, 1)),
    attempts      INTEGER NOT NULL DEFAULT 0,
    next_try      INTEGER,
    unclear       INTEGER NOT NULL DEFAULT 0,
    settled       INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
    -- A trial's batch that did not arrive: its rows go with the rest, it never goes again.
    released      INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1)),
    reason_code   TEXT,
    reason_params TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(reason_params)),
    sealed_words  BLOB,
    sent_by       TEXT,
    sent_at       INTEGER,
    -- The number of the last attempt in the data folder's order (send_order).
    sent_order    INTEGER,
    created_count INTEGER,
    updated_count INTEGER,
    reply_status  INTEGER,
    reply_cut     INTEGER NOT NULL DEFAULT 0 CHECK (reply_cut IN (0, 1)),
    UNIQUE (import_id, position),
    CHECK ((state = 'waiting') = (next_try IS NOT NULL)),
    CHECK (settled = 0 OR state = 'rejected')
  ) STRICT;
  -- What the queue shows, and what the sender chooses from, in the order of sending.
  CREATE INDEX batches_in_queue ON batches (import_id, position, state)
    WHERE state IN ('queued', 'waiting', 'sending', 'rejected', 'uncertain') AND settled = 0;
  CREATE INDEX batches_to_send ON batches (import_id, position)
    WHERE state IN ('queued', 'waiting', 'sending');
  -- Apart from batches, which are written again at every change of state: sealed rows are long,
  -- and SQLite writes a row as a whole. No entry: purged, or no reply came.
  -- sealed_rows: compressed JSON {fields, rows: [[rowNumber, rowHash, [value, ...]], ...]}.
  CREATE TABLE batch_rows (
    batch_id    INTEGER PRIMARY KEY REFERENCES batches (id) ON DELETE CASCADE,
    sealed_rows BLOB NOT NULL
  ) STRICT;
  CREATE TABLE batch_replies (
    batch_id     INTEGER PRIMARY KEY REFERENCES batches (id) ON DELETE CASCADE,
    sealed_reply BLOB NOT NULL
  ) STRICT;
  -- What a person corrects in the rows of a rejected or set-aside batch before it is sent again:
  -- sealed JSON {edits: [[place, [[fieldPlace, value], ...]], ...], leftOut: [place, ...]}.
  CREATE TABLE batch_mends (
    batch_id    INTEGER PRIMARY KEY REFERENCES batches (id) ON DELETE CASCADE,
    sealed_mend BLOB NOT NULL
  ) STRICT;
  -- What a batch was before its rows were corrected: the rows as sent up to this attempt, and
  -- the last reply to them.
  CREATE TABLE batch_earlier (
    batch_id     INTEGER NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    attempt      INTEGER NOT NULL,
    corrected_at INTEGER NOT NULL,
    sealed_rows  BLOB NOT NULL,
    sealed_reply BLOB,
    PRIMARY KEY (batch_id, attempt)
  ) STRICT;
  CREATE INDEX batches_sending ON batches (id) WHERE state = 'sending';
  CREATE INDEX batches_waiting ON batches (next_try) WHERE state = 'waiting';
  CREATE INDEX imports_to_send ON imports (connection_id, id)
    WHERE phase = 'queued' AND batches_open > 0;
  CREATE INDEX imports_preparing ON imports (id) WHERE phase = 'preparing';
  CREATE INDEX imports_by_account ON imports (account_id);
  CREATE INDEX imports_by_file ON imports (file_hash) WHERE file_hash IS NOT NULL;
  CREATE INDEX imports_undoing ON imports (undoes_import_id)
    WHERE undoes_import_id IS NOT NULL;
  CREATE INDEX imports_to_purge ON imports (finished_at)
    WHERE rows_kept = 1 AND finished_at IS NOT NULL;

  CREATE TABLE batch_log (
    batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
    seq      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    state    TEXT NOT NULL,
    cause    TEXT NOT NULL,
    detail   TEXT,
    PRIMARY KEY (batch_id, seq)
  ) STRICT, WITHOUT ROWID;
`;
