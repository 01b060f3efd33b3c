import type { Migration } from "../migrate.ts";

/**
 * Everything a new data folder holds. Times are milliseconds since the epoch. JSON columns hold
 * settings and counts, never customer data; BLOB columns named `sealed_*` are encrypted by the
 * vault (main/vault), compressed first where they hold rows.
 */
export const initial: Migration = {
  version: 1,
  name: "initial",
  up(db) {
    db.exec(`
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

      -- Which batches sent which customer: sorted runs of 8-byte entries (36 bits of a keyed hash
      -- of account and code, card number or e-mail; 28 bits of the batch's id), in blocks of a
      -- page each. An import brings one run; runs are merged sixteen at a time (main/customers).
      -- changes: how often entries were taken out; a merge that began before is given up.
      CREATE TABLE customer_runs (
        id        INTEGER PRIMARY KEY AUTOINCREMENT,
        state     TEXT NOT NULL CHECK (state IN ('building', 'ready', 'removed')),
        level     INTEGER NOT NULL,
        blocks    INTEGER NOT NULL DEFAULT 0,
        changes   INTEGER NOT NULL DEFAULT 0,
        import_id INTEGER REFERENCES imports (id) ON DELETE CASCADE,
        pid       INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX customer_runs_by_import ON customer_runs (import_id);
      CREATE TABLE customer_blocks (
        run_id    INTEGER NOT NULL REFERENCES customer_runs (id) ON DELETE CASCADE,
        first_key INTEGER NOT NULL,
        seq       INTEGER NOT NULL,
        entries   BLOB NOT NULL,
        PRIMARY KEY (run_id, first_key, seq)
      ) STRICT;

      -- Counts attempts to send and marks of undo states: their order, for clocks are set back.
      CREATE TABLE send_order (
        id   INTEGER PRIMARY KEY CHECK (id = 1),
        last INTEGER NOT NULL
      ) STRICT;
      INSERT INTO send_order VALUES (1, 0);

      -- Undo states that a person says to have undone in the platform's admin pages. arrival: the
      -- number of the attempt that made it; a batch that was sent more than once has several.
      CREATE TABLE undo_marks (
        batch_id INTEGER NOT NULL REFERENCES batches (id) ON DELETE CASCADE,
        arrival  INTEGER NOT NULL,
        done_by  TEXT NOT NULL,
        done_at  INTEGER NOT NULL,
        -- When it was marked, among the attempts to send (send_order).
        done_order INTEGER NOT NULL,
        PRIMARY KEY (batch_id, arrival)
      ) STRICT, WITHOUT ROWID;

      -- What a person changed in local data, newest last; groups after the cursor can be redone.
      -- sealed_payload: what handlers need to take it back and to do it again.
      CREATE TABLE undo_groups (
        id     INTEGER PRIMARY KEY AUTOINCREMENT,
        at     INTEGER NOT NULL,
        label  TEXT NOT NULL,
        params TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(params)),
        -- The check of a list it was done in, or null: the review takes its own changes back.
        staging_id INTEGER,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
      ) STRICT;
      CREATE TABLE undo_entries (
        group_id       INTEGER NOT NULL REFERENCES undo_groups (id) ON DELETE CASCADE,
        seq            INTEGER NOT NULL,
        kind           TEXT NOT NULL,
        sealed_payload BLOB NOT NULL,
        PRIMARY KEY (group_id, seq)
      ) STRICT, WITHOUT ROWID;

      -- One sender per data folder.
      CREATE TABLE sender_lease (
        id           INTEGER PRIMARY KEY CHECK (id = 1),
        holder       TEXT NOT NULL,
        pid          INTEGER NOT NULL,
        host         TEXT NOT NULL,
        heartbeat_at INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
