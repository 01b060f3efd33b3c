import type { Database } from "../../common/sqlite/database.ts";
import { PRACTICE_CAMPAIGNS, PRACTICE_CUSTOM_FIELDS, type PracticeCampaign } from "../account.ts";

/** Written to SQLite's `user_version`. */
export const PRACTICE_SCHEMA_VERSION = 1;

/**
 * The practice account's data. `fields` holds JSON of every field that is not empty, except the
 * two keys, which have columns of their own. Amounts are hundredths: "12.50" is 1250. A code or a
 * card number is not UNIQUE: the documentation knows no such error, the elder customer is matched.
 */
export function createSchema(
  db: Database,
  campaigns: readonly PracticeCampaign[] = PRACTICE_CAMPAIGNS,
): void {
  db.exec(`
    CREATE TABLE campaigns (
      id            TEXT PRIMARY KEY,
      position      INTEGER NOT NULL,
      name          TEXT NOT NULL,
      type          TEXT NOT NULL CHECK (type IN ('points', 'dollars', 'giftcard', 'events', 'buyx')),
      currency      TEXT NOT NULL,
      created_stamp TEXT NOT NULL
    ) STRICT;

    CREATE TABLE custom_fields (
      name  TEXT PRIMARY KEY,
      label TEXT NOT NULL
    ) STRICT;

    CREATE TABLE customers (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      code        TEXT NOT NULL CHECK (code <> ''),
      card_number TEXT NOT NULL,
      fields      TEXT NOT NULL CHECK (json_valid(fields))
    ) STRICT;
    CREATE INDEX customers_by_code ON customers (code);
    CREATE INDEX customers_by_card ON customers (card_number);

    -- A customer takes part in a campaign by having a balance in it; 'item' is a product's or
    -- service's name in a campaign of type buyx.
    CREATE TABLE balances (
      customer_id INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
      campaign_id TEXT NOT NULL REFERENCES campaigns (id),
      item        TEXT NOT NULL DEFAULT '',
      hundredths  INTEGER NOT NULL,
      PRIMARY KEY (customer_id, campaign_id, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE undo_states (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      at            INTEGER NOT NULL,
      created_count INTEGER NOT NULL,
      updated_count INTEGER NOT NULL
    ) STRICT;

    -- A customer as it was before an import; 'before' is NULL for one the import created.
    CREATE TABLE undo_entries (
      undo_id     INTEGER NOT NULL REFERENCES undo_states (id) ON DELETE CASCADE,
      customer_id INTEGER NOT NULL,
      before      TEXT CHECK (before IS NULL OR json_valid(before)),
      PRIMARY KEY (undo_id, customer_id)
    ) STRICT, WITHOUT ROWID;

    -- Every batch that was applied, where the server was asked to record them.
    CREATE TABLE applied_batches (
      id    INTEGER PRIMARY KEY AUTOINCREMENT,
      batch TEXT NOT NULL CHECK (json_valid(batch))
    ) STRICT;
  `);
  const campaign = db.prepare("INSERT INTO campaigns VALUES (?, ?, ?, ?, ?, ?)");
  for (const [position, each] of campaigns.entries()) {
    campaign.run(each.id, position, each.name, each.type, each.currency, each.createdStamp);
  }
  const field = db.prepare("INSERT INTO custom_fields VALUES (?, ?)");
  for (const each of PRACTICE_CUSTOM_FIELDS) field.run(each.name, each.label);
}
