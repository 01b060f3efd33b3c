import type { Database } from "better-sqlite3";
import { findServer } from "../../connections/records.ts";
import { isSameServer, type Server } from "../../connections/server.ts";
import { AppError } from "../../errors.ts";
import { serverMark } from "./checked-for.ts";

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
