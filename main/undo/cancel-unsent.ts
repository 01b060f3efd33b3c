import type { Database } from "../database/open.ts";
import type { Queue } from "../delivery/queue.ts";
import { AppError } from "../errors.ts";

/**
 * Cancels what of an import has not gone out.
 * @returns the number of batches
 * @throws AppError not-found | undo-sending: what is on its way must come to its end first
 */
export function cancelUnsent(db: Database, queue: Queue, importId: number): number {
  const count = (states: string) =>
    db
      .prepare(`SELECT count(*) FROM batches WHERE import_id = ? AND state IN (${states})`)
      .pluck()
      .get(importId) as number;
  const before = count("'cancelled'");
  queue.cancelImport(importId);
  if (count("'sending', 'queued', 'waiting'") > 0)
    throw new AppError("undo-sending", { retry: true });
  return count("'cancelled'") - before;
}
