import type { Migration } from "../../migration.ts";

/** What the check of a list relied on, to be looked at again when the list is sent. */
export const checkedFor: Migration = {
  version: 12,
  name: "checked-for",
  up(db) {
    db.exec(`
      -- {connectionId, server: {address, accountId}, mark}: see main/drafts/renewal. NULL: a check
      -- of an earlier version, or one without a connection.
      ALTER TABLE stagings ADD COLUMN checked_for TEXT
        CHECK (checked_for IS NULL OR json_valid(checked_for));
    `);
  },
};
