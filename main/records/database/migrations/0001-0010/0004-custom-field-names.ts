import type { Migration } from "../../migration.ts";

/** The names that a connection's API gave to its custom fields when it was last asked. */
export const customFieldNames: Migration = {
  version: 4,
  name: "custom-field-names",
  up(db) {
    db.exec(`
      CREATE TABLE custom_field_names (
        connection_id INTEGER NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
        field         TEXT NOT NULL CHECK (field GLOB 'custom_field_[1-9]*'),
        label         TEXT NOT NULL CHECK (label <> ''),
        PRIMARY KEY (connection_id, field)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
