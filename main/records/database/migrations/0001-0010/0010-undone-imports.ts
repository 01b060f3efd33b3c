import type { Migration } from "../../migration.ts";

/** Lists of imports tell which were undone in the admin pages without reading every batch's log. */
export const undoneImports: Migration = {
  version: 10,
  name: "undone-imports",
  up(db) {
    db.exec(`
      -- Every undo state of the import was undone, as a person or the practice server said.
      ALTER TABLE imports ADD COLUMN reverted INTEGER NOT NULL DEFAULT 0 CHECK (reverted IN (0, 1));
      UPDATE imports SET reverted = 1 WHERE id IN (
        SELECT import_id FROM undo_marks JOIN batches ON batches.id = batch_id)
        AND NOT EXISTS (SELECT 1 FROM batches WHERE import_id = imports.id AND attempts >
          (SELECT count(*) FROM undo_marks WHERE batch_id = batches.id));
    `);
  },
};
