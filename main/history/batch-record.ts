import type { BatchState, BatchSummary } from "../../preload/types.ts";
import type { DelimiterName } from "../batches/batch.ts";
import type { Database } from "../database/open.ts";
import { mayBeMended } from "../delivery/mend/may-be-mended.ts";
import { type ReasonColumns, readReason } from "../delivery/reason.ts";
import { AppError } from "../errors.ts";
import type { Vault } from "../vault/vault.ts";

/** A row of `batches`; rows and reply are left out, being large. */
export interface BatchRecord extends ReasonColumns {
  readonly id: number;
  readonly import_id: number;
  readonly connection_id: number | null;
  readonly position: number;
  readonly state: BatchState;
  readonly row_count: number;
  readonly first_row: number;
  readonly last_row: number;
  readonly delimiter: DelimiterName;
  readonly repeatable: 0 | 1;
  readonly released: 0 | 1;
  readonly attempts: number;
  readonly next_try: number | null;
  readonly created_count: number | null;
  readonly updated_count: number | null;
}

const COLUMNS = `id, import_id, connection_id, position, state, row_count, first_row, last_row, delimiter,
  repeatable, released, attempts, next_try, reason_code, reason_params, sealed_words, created_count,
  updated_count`;

/** An import's batches in the order of sending. */
export function readBatches(db: Database, importId: number): readonly BatchRecord[] {
  return db
    .prepare(`SELECT ${COLUMNS} FROM batches WHERE import_id = ? ORDER BY position`)
    .all(importId) as BatchRecord[];
}

/** @throws AppError "not-found" */
export function readBatch(db: Database, batchId: number): BatchRecord {
  const record = db.prepare(`SELECT ${COLUMNS} FROM batches WHERE id = ?`).get(batchId);
  if (record === undefined) throw new AppError("not-found", { params: { what: "batch" } });
  return record as BatchRecord;
}

export function toBatchSummary(vault: Vault, record: BatchRecord): BatchSummary {
  return {
    id: record.id,
    importId: record.import_id,
    position: record.position,
    state: record.state,
    rows: record.row_count,
    firstRow: record.first_row,
    lastRow: record.last_row,
    attempts: record.attempts,
    nextTry: record.next_try,
    reason: readReason(vault, record),
    created: record.created_count,
    updated: record.updated_count,
    repeatable: record.repeatable === 1,
    mendable: mayBeMended({
      ...record,
      reason: record.reason_code,
      connectionId: record.connection_id,
    }),
  };
}
