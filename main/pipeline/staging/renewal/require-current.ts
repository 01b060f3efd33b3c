import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { findServer } from "../../../records/connections/records.ts";
import { isSameServer, type Server } from "../../../records/connections/server.ts";
import { serverMark } from "../../../records/imports/past/server-past.ts";

/**
 * Inside the transaction that makes an import visible: what its check relied on is as it was found
 * a moment ago.
 * @param mark of the server then; null where nothing of its past was relied on
 * @throws AppError "check-overtaken"
 */
export function requireCurrent(
  db: Database,
  importId: number,
  about: { readonly connectionId: number; readonly server: Server; readonly mark: string | null },
): void {
  const { connectionId, server, mark } = about;
  const now = findServer(db, connectionId);
  const same = now !== null && isSameServer(now, server);
  if (same && (mark === null || serverMark(db, server, importId) === mark)) return;
  throw new AppError("check-overtaken", { retry: true });
}
