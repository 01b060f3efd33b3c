import type { Database } from "better-sqlite3";
import { AppError } from "../errors.ts";
import { writeStatus } from "./chunks.ts";
import type { Review } from "./review.ts";
import { EXCLUDED } from "./status.ts";

/** Leaves rows out, or puts them back. @throws AppError "not-found" for a row that is not there */
export function excludeRows(
  db: Database,
  review: Review,
  stagingId: number,
  indexes: readonly number[],
  excluded: boolean,
): void {
  const bytes = review.status(stagingId);
  if (indexes.some((index) => index >= bytes.length)) {
    throw new AppError("not-found", { params: { what: "row" } });
  }
  const changed = indexes.map((index) => {
    const status = bytes[index] ?? 0;
    return { index, status: excluded ? status | EXCLUDED : status & ~EXCLUDED };
  });
  db.transaction(() => {
    for (const { index, status } of changed) writeStatus(db, stagingId, index, status);
  }).immediate();
  for (const { index, status } of changed) bytes[index] = status;
}
