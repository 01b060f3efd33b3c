import type { Migration } from "../../migration.ts";

/** Whether customers repeat is asked of the batches that would go together, when they would go. */
export const noDistinctKeys: Migration = {
  version: 16,
  name: "no-distinct-keys",
  up(db) {
    db.exec("ALTER TABLE imports DROP COLUMN distinct_keys");
  },
};
