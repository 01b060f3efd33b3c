import type { Connection } from "../../preload/types.ts";
import { readConnections, toConnection } from "../connections/records.ts";
import type { Database } from "../database/open.ts";

/**
 * The connection over which earlier values go back: the import's own as long as it is of the same
 * account, else any other of that account.
 */
export function restoreConnection(
  db: Database,
  about: { readonly connectionId: number | null; readonly accountId: string },
): Connection | null {
  const same = readConnections(db)
    .map(toConnection)
    .filter((each) => each.accountId === about.accountId);
  return same.find((each) => each.id === about.connectionId) ?? same[0] ?? null;
}
