import type { Connection, ImportOptions } from "../../../preload/types.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { lastConnection } from "../../records/imports/creating/import-of-list.ts";

/** What a new draft starts with: the connection that was used last, else the only one there is. */
export function defaultOptions(db: Database, connections: readonly Connection[]): ImportOptions {
  const connection = likelyConnection(db, connections);
  return {
    connectionId: connection?.id ?? null,
    campaigns: connection?.settings.campaigns ?? [],
    duplicates: connection?.settings.duplicates ?? "update",
    generateCardNumbers: null,
    keepUndoState: connection?.settings.keepUndoState ?? true,
    repeatedRows: "keep-all",
  };
}

/** Another connection brings its own campaigns, unless the person chose some with it. */
export function withConnection(
  before: ImportOptions,
  after: ImportOptions,
  connection: Connection | undefined,
): ImportOptions {
  const sameCampaigns = before.campaigns.join() === after.campaigns.join();
  if (before.connectionId === after.connectionId || !sameCampaigns) return after;
  return { ...after, campaigns: connection?.settings.campaigns ?? [] };
}

function likelyConnection(
  db: Database,
  connections: readonly Connection[],
): Connection | undefined {
  const last = lastConnection(db);
  const used = connections.find((each) => each.id === last);
  if (used !== undefined) return used;
  if (connections.length === 1) return connections[0];
  const real = connections.filter((each) => each.kind === "api");
  return real.length === 1 ? real[0] : undefined;
}
