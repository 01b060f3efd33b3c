import type { Migration } from "../../migration.ts";

/**
 * In which order changes were taken back: the last of them is done again first, in whichever part
 * of the window each was taken back. Before, the oldest change was.
 */
export const undoneOrder: Migration = {
  version: 9,
  name: "undone-order",
  up(db) {
    db.exec(`
      -- Rises with every undo; meaningless while the change stands.
      ALTER TABLE undo_groups ADD COLUMN undone_order INTEGER NOT NULL DEFAULT 0;
      UPDATE undo_groups SET undone_order = -id WHERE undone = 1;
    `);
  },
};
