import type { Connection, UndoPlan } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { readConnections, toConnection } from "../../connections/records.ts";
import { isSameServer, serverOf, UNKNOWN_ADDRESS } from "../../connections/server.ts";
import { readTarget } from "../import-record.ts";

/** Over which connection earlier values go back, or why over none. */
export type RestoreConnection =
  | { readonly kind: "found"; readonly connection: Connection }
  | { readonly kind: "blocked"; readonly why: NonNullable<UndoPlan["restore"]["blocked"]> };

/**
 * The connection over which earlier values of an import go back: its own as long as it leads to the
 * same server, else any other that does.
 * @throws AppError "not-found"
 */
export function restoreConnection(db: Database, importId: number): RestoreConnection {
  const { connectionId, ...server } = readTarget(db, importId);
  if (server.address === UNKNOWN_ADDRESS) return { kind: "blocked", why: "unknown-server" };
  const all = readConnections(db).map(toConnection);
  const same = all.filter((each) => isSameServer(serverOf(each), server));
  const connection = same.find((each) => each.id === connectionId) ?? same[0];
  if (connection !== undefined) return { kind: "found", connection };
  const isThere = all.some((each) => each.id === connectionId);
  return { kind: "blocked", why: isThere ? "moved" : "no-connection" };
}

/** @throws AppError not-found | undo-no-connection | undo-moved | undo-unknown-server */
export function requireRestoreConnection(db: Database, importId: number): Connection {
  const found = restoreConnection(db, importId);
  if (found.kind === "found") return found.connection;
  const { address, accountId } = readTarget(db, importId);
  const code = found.why === "no-connection" ? "undo-no-connection" : `undo-${found.why}`;
  throw new AppError(code, { params: { account: accountId, address } });
}
