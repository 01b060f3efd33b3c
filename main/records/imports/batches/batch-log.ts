import type { BatchState } from "../../../../preload/types.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import type { LogEntry } from "./batch-status.ts";

/** Longest technical detail kept with an entry. */
const MAX_DETAIL = 500;

/** An entry of a batch's log. */
export interface LogLine extends LogEntry {
  readonly at: number;
  readonly state: BatchState;
}

/** What happened to a batch, in order. */
export function readBatchLog(db: Database, batchId: number): readonly LogLine[] {
  return statement<[batchId: number], LogLine>(
    db,
    "SELECT at, state, cause, detail FROM batch_log WHERE batch_id = ? ORDER BY seq",
  ).all(batchId);
}

/** Appends to a batch's log; entries are never changed. */
export function createBatchLog(
  db: Database,
): (batchId: number, at: number, state: BatchState, entry: LogEntry) => void {
  const append = statement<LogLine & { readonly id: number }>(
    db,
    `INSERT INTO batch_log (batch_id, seq, at, state, cause, detail)
     VALUES (@id, (SELECT ifnull(max(seq), 0) + 1 FROM batch_log WHERE batch_id = @id),
       @at, @state, @cause, @detail)`,
  );
  return (batchId, at, state, { cause, detail }) => {
    append.run({ id: batchId, at, state, cause, detail: detail?.slice(0, MAX_DETAIL) ?? null });
  };
}
