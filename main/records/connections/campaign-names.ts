import type { Campaign } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

function keyOf(connectionId: number): string {
  return `campaign-names/${connectionId}`;
}

/** Keeps how a connection's campaigns are called; those it does not list any more keep their names. */
export function keepCampaignNames(
  db: Database,
  connectionId: number,
  campaigns: readonly Campaign[],
): void {
  const told = Object.fromEntries(campaigns.map(({ id, name }) => [id, name]));
  statement<[string, string]>(
    db,
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(
    keyOf(connectionId),
    JSON.stringify({ ...Object.fromEntries(campaignNames(db, connectionId)), ...told }),
  );
}

/** Inside a transaction that gives a connection another account: its campaigns are others. */
export function forgetCampaignNames(db: Database, connectionId: number): void {
  statement<[string]>(db, "DELETE FROM settings WHERE key = ?").run(keyOf(connectionId));
}

/** Names by id, as the connection's server told them last; none where it was never asked. */
export function campaignNames(
  db: Database,
  connectionId: number | null,
): ReadonlyMap<string, string> {
  if (connectionId === null) return new Map();
  const kept = column<[string], string>(db, "SELECT value FROM settings WHERE key = ?").get(
    keyOf(connectionId),
  );
  return new Map(
    kept === undefined ? [] : Object.entries(JSON.parse(kept) as Record<string, string>),
  );
}

/** A campaign as people know it: its name with the id behind it, or the id alone. */
export function campaignWords(names: Readonly<Record<string, string>>, id: string): string {
  const name = names[id];
  return name === undefined || name === id ? id : `${name} (${id})`;
}
