import type { Campaign, ImportOptions } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

/** Kinds of campaigns whose `auto_add` is an amount; others take the name of a product or service. */
const OF_AMOUNTS: ReadonlySet<string> = new Set([
  "points",
  "dollars",
  "visits",
  "giftcard",
  "events",
]);

function keyOf(connectionId: number): string {
  return `campaign-kinds/${connectionId}`;
}

/** Keeps of what kind a connection's campaigns are, as its server told. */
export function keepCampaignKinds(
  db: Database,
  connectionId: number,
  campaigns: readonly Campaign[],
): void {
  const kinds = Object.fromEntries(campaigns.map(({ id, type }) => [id, type]));
  statement<[string, string]>(
    db,
    `INSERT INTO settings (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  ).run(keyOf(connectionId), JSON.stringify(kinds));
}

/** Whether the first campaign, which `auto_add` goes to, is known to take amounts only. */
export function takesAmountsOnly(
  db: Database,
  { connectionId, campaigns: [first] }: Pick<ImportOptions, "connectionId" | "campaigns">,
): boolean {
  if (connectionId === null || first === undefined) return false;
  const kept = column<[string], string>(db, "SELECT value FROM settings WHERE key = ?").get(
    keyOf(connectionId),
  );
  if (kept === undefined) return false;
  const kinds = JSON.parse(kept) as Readonly<Record<string, string>>;
  return OF_AMOUNTS.has((kinds[first] ?? "").toLowerCase());
}
