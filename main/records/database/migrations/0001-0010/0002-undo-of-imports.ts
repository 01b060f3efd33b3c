import type { Migration } from "../../migration.ts";

/** Imports stand in the log of what can be taken back; earlier ones are undone from the history. */
export const undoOfImports: Migration = {
  version: 2,
  name: "undo-of-imports",
  up(db) {
    db.exec(`
      -- The import that the change has queued; it is taken back by its plan.
      ALTER TABLE undo_groups ADD COLUMN import_id INTEGER;
      CREATE INDEX undo_groups_by_import ON undo_groups (import_id) WHERE import_id IS NOT NULL;
    `);
  },
};
