/** What was undone where, and the log of what can be taken back. */
export const undo = `
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
`;
