import type { Migration } from "../../migration.ts";

/**
 * Sealed rows stand apart from what they belong to, so that a checked list's rows become those of
 * its batches without being written a second time. `batch_rows` and `staged_rows` show them where
 * they were before; a block goes with the last that it belongs to, and one that belongs to two is
 * never written over.
 */
export const rowBlocks: Migration = {
  version: 3,
  name: "row-blocks",
  up(db) {
    db.exec(`
      -- compressed JSON {fields, rows: [[rowNumber, rowHash, [value, ...]], ...]}, sealed.
      CREATE TABLE row_blocks (
        id          INTEGER PRIMARY KEY,
        sealed_rows BLOB NOT NULL
      ) STRICT;
      CREATE TABLE batch_blocks (
        batch_id INTEGER PRIMARY KEY REFERENCES batches (id) ON DELETE CASCADE,
        block_id INTEGER NOT NULL REFERENCES row_blocks (id)
      ) STRICT;
      CREATE INDEX batch_blocks_by_block ON batch_blocks (block_id);
      INSERT INTO row_blocks SELECT batch_id, sealed_rows FROM batch_rows
        WHERE EXISTS (SELECT 1 FROM batches WHERE id = batch_id);
      INSERT INTO batch_blocks SELECT id, id FROM row_blocks;
      DROP TABLE batch_rows;

      -- As before, but for block_id.
      CREATE TABLE staged_chunks_now (
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
        block_id    INTEGER NOT NULL REFERENCES row_blocks (id),
        value_hashes BLOB NOT NULL,
        PRIMARY KEY (staging_id, chunk)
      ) STRICT, WITHOUT ROWID;
      CREATE TEMP TABLE moved AS
        SELECT staging_id, chunk, (SELECT ifnull(max(id), 0) FROM row_blocks)
            + row_number() OVER (ORDER BY staging_id, chunk) AS block_id
          FROM staged_chunks WHERE EXISTS (SELECT 1 FROM stagings WHERE id = staging_id);
      INSERT INTO row_blocks SELECT block_id, sealed_rows
        FROM moved JOIN staged_chunks USING (staging_id, chunk);
      INSERT INTO staged_chunks_now
        SELECT staging_id, chunk, first_index, row_count, status, first_row, last_row, byte_size,
            delimiter, keyed, block_id, value_hashes
          FROM moved JOIN staged_chunks USING (staging_id, chunk);
      DROP TABLE moved;
      DROP TABLE staged_chunks;
      ALTER TABLE staged_chunks_now RENAME TO staged_chunks;
      CREATE INDEX staged_chunks_by_block ON staged_chunks (block_id);

      ${["batch_blocks", "staged_chunks"].map(goesWithTheLast).join("")}

      CREATE VIEW batch_rows AS SELECT batch_id,
        (SELECT sealed_rows FROM row_blocks WHERE id = block_id) AS sealed_rows FROM batch_blocks;
      CREATE TRIGGER batch_rows_insert INSTEAD OF INSERT ON batch_rows BEGIN
        INSERT INTO row_blocks (sealed_rows) VALUES (new.sealed_rows);
        INSERT INTO batch_blocks VALUES (new.batch_id, (SELECT max(id) FROM row_blocks));
      END;
      CREATE TRIGGER batch_rows_update INSTEAD OF UPDATE OF sealed_rows ON batch_rows BEGIN
        INSERT INTO row_blocks (sealed_rows) VALUES (new.sealed_rows);
        UPDATE batch_blocks SET block_id = (SELECT max(id) FROM row_blocks)
          WHERE batch_id = old.batch_id;
      END;
      CREATE TRIGGER batch_rows_delete INSTEAD OF DELETE ON batch_rows BEGIN
        DELETE FROM batch_blocks WHERE batch_id = old.batch_id;
      END;

      CREATE VIEW staged_rows AS SELECT staging_id, chunk,
        (SELECT sealed_rows FROM row_blocks WHERE id = block_id) AS sealed_rows FROM staged_chunks;
      CREATE TRIGGER staged_rows_update INSTEAD OF UPDATE OF sealed_rows ON staged_rows BEGIN
        INSERT INTO row_blocks (sealed_rows) VALUES (new.sealed_rows);
        UPDATE staged_chunks SET block_id = (SELECT max(id) FROM row_blocks)
          WHERE staging_id = old.staging_id AND chunk = old.chunk;
      END;
    `);
  },
};

/** Blocks that nothing refers to any more go, whichever way the last reference went. */
function goesWithTheLast(table: string): string {
  const orphaned = `DELETE FROM row_blocks WHERE id = old.block_id
    AND NOT EXISTS (SELECT 1 FROM batch_blocks WHERE block_id = old.block_id)
    AND NOT EXISTS (SELECT 1 FROM staged_chunks WHERE block_id = old.block_id);`;
  return `
    CREATE TRIGGER ${table}_delete AFTER DELETE ON ${table} BEGIN ${orphaned} END;
    CREATE TRIGGER ${table}_update AFTER UPDATE OF block_id ON ${table} BEGIN ${orphaned} END;`;
}
