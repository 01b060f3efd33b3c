/** The index by which a customer is found in what was sent. */
export const customers = `
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
`;
