import type { Migration } from "../../migration.ts";

/**
 * The rest of a list becomes part of the import that its trial was: its batches tell which they
 * are. Of a trial whose rest was sent by an earlier version nothing tells that they belong
 * together; they stay two imports.
 */
export const trialParts: Migration = {
  version: 11,
  name: "trial-parts",
  up(db) {
    db.exec(`
      ALTER TABLE batches ADD COLUMN trial INTEGER NOT NULL DEFAULT 0 CHECK (trial IN (0, 1));
      UPDATE batches SET trial = 1 WHERE import_id IN (
        SELECT trial_import_id FROM drafts WHERE trial_import_id IS NOT NULL);
    `);
  },
};
