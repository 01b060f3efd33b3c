import type { Migration } from "../../migration.ts";

/** For batches that go into other campaigns than the rest of their import. */
export const batchCampaigns: Migration = {
  version: 15,
  name: "batch-campaigns",
  up(db) {
    db.exec(`
      -- JSON list of campaign ids that a person chose after a rejection; null: the import's own.
      ALTER TABLE batches ADD COLUMN campaigns TEXT CHECK (campaigns IS NULL OR json_valid(campaigns));
    `);
  },
};
