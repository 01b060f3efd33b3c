import type { Migration } from "../../migration.ts";

/** For the number of batches that a checked list makes. */
export const delimiterRuns: Migration = {
  version: 14,
  name: "delimiter-runs",
  up(db) {
    db.exec(`
      -- Runs of rows to be sent whose values leave one delimiter free: no batch holds rows of two.
      ALTER TABLE stagings ADD COLUMN delimiter_runs INTEGER NOT NULL DEFAULT 1;
    `);
  },
};
