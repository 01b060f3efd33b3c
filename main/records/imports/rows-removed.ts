import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";
import { readSettings } from "../settings.ts";

/** Whether the rows of an import were taken away because they were older than is set. */
export function areRowsRemoved(db: Database, importId: number): boolean {
  const kept = column<[importId: number], 0 | 1>(db, "SELECT rows_kept FROM imports WHERE id = ?");
  return kept.get(importId) === 0;
}

/** @throws AppError "rows-removed" */
export function requireRows(db: Database, importId: number): void {
  if (!areRowsRemoved(db, importId)) return;
  const days = readSettings(db).retentionDays;
  throw new AppError("rows-removed", { params: { id: importId, days } });
}
