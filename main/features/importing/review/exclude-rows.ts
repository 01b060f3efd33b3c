import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { writeStatus } from "../../../records/drafts/chunks.ts";
import { isClosed } from "../../../records/drafts/sent-rows.ts";
import { EXCLUDED } from "../../../records/drafts/status.ts";
import type { Review } from "./review.ts";

/** Rows before they were left out or put back: position and status byte. */
export interface ExcludedRows {
  readonly stagingId: number;
  readonly excluded: boolean;
  readonly rows: readonly (readonly [index: number, status: number])[];
}

/**
 * Leaves rows out, or puts them back; not those that have gone out.
 * @throws AppError "not-found" for a row that is not there | "row-sent" where all have gone out
 */
export function excludeRows(
  db: Database,
  review: Review,
  stagingId: number,
  indexes: readonly number[],
  excluded: boolean,
  record?: (rows: ExcludedRows) => void,
): void {
  const bytes = review.status(stagingId);
  if (indexes.some((index) => index >= bytes.length)) {
    throw new AppError("not-found", { params: { what: "row" } });
  }
  const open = indexes.filter((index) => !isClosed(bytes[index]));
  if (open.length === 0 && indexes.length > 0) throw new AppError("row-sent");
  const changed = open.map((index) => {
    const status = bytes[index] ?? 0;
    return { index, before: status, status: excluded ? status | EXCLUDED : status & ~EXCLUDED };
  });
  const touched = changed.filter(({ before, status }) => before !== status);
  db.transaction(() => {
    record?.({ stagingId, excluded, rows: touched.map((each) => [each.index, each.before]) });
    for (const { index, status } of changed) writeStatus(db, stagingId, index, status);
  }).immediate();
  for (const { index, status } of changed) bytes[index] = status;
}
