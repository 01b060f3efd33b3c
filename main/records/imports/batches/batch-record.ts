import type { BatchState, BatchSummary } from "../../../../preload/types.ts";
import type { DelimiterName } from "../../../common/batch.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import type { Vault } from "../../vault/vault.ts";
import { mayBeCorrected } from "../corrections/may-be-corrected.ts";
import { NUMBER_SQL } from "./batch-number.ts";
import { createReasonReader, type ReasonColumns, type ReasonReader } from "./reason.ts";
import { batchStanding, MAY_HAVE_ARRIVED_SQL } from "./standing.ts";

/** A row of `batches`; rows and reply are left out, being large. */
export interface BatchRecord extends ReasonColumns {
  readonly id: number;
  readonly import_id: number;
  readonly connection_id: number | null;
  /** From 1, as people see it. */
  readonly number: number;
  readonly state: BatchState;
  readonly row_count: number;
  readonly sheet: string;
  readonly first_row: number;
  readonly last_row: number;
  readonly delimiter: DelimiterName;
  readonly idempotent: 0 | 1;
  readonly released: 0 | 1;
  readonly trial: 0 | 1;
  readonly attempts: number;
  readonly next_try: number | null;
  readonly created_count: number | null;
  readonly updated_count: number | null;
  readonly may_have_arrived: 0 | 1;
  /** JSON; null: the import's own. */
  readonly campaigns: string | null;
}

const COLUMNS = `id, import_id, connection_id, state, row_count, first_row, last_row, delimiter,
  repeatable AS idempotent, released, trial, attempts, next_try, reason_code, reason_params, sealed_words, created_count,
  updated_count, campaigns, ${MAY_HAVE_ARRIVED_SQL} AS may_have_arrived,
  (SELECT sheet FROM imports WHERE imports.id = import_id) AS sheet`;

/** An import's batches in the order of sending. */
export function readBatches(db: Database, importId: number): readonly BatchRecord[] {
  return statement<[importId: number], BatchRecord>(
    db,
    `SELECT ${COLUMNS}, row_number() OVER (ORDER BY position) AS number
     FROM batches WHERE import_id = ? ORDER BY position`,
  ).all(importId);
}

/** @throws AppError "not-found" */
export function readBatch(db: Database, batchId: number): BatchRecord {
  const record = statement<[batchId: number], BatchRecord>(
    db,
    `SELECT ${COLUMNS}, ${NUMBER_SQL} AS number FROM batches WHERE id = ?`,
  ).get(batchId);
  if (record === undefined)
    throw new AppError("not-found", { params: { what: "batch", id: batchId } });
  return record;
}

/** @param reasonOf of many batches, which have few reasons */
export function toBatchSummary(
  vault: Vault,
  record: BatchRecord,
  reasonOf: ReasonReader = createReasonReader(vault),
): BatchSummary {
  const mayHaveArrived = record.may_have_arrived === 1;
  const { state, reason_code: reasonCode } = record;
  return {
    id: record.id,
    importId: record.import_id,
    position: record.number,
    state,
    standing: batchStanding({ state, reasonCode, mayHaveArrived }),
    rows: record.row_count,
    sheet: record.sheet,
    firstRow: record.first_row,
    lastRow: record.last_row,
    attempts: record.attempts,
    nextTry: record.next_try,
    reason: reasonOf(record, mayHaveArrived),
    created: record.created_count,
    updated: record.updated_count,
    idempotent: record.idempotent === 1,
    trial: record.trial === 1,
    correctable: mayBeCorrected({
      ...record,
      reason: reasonCode,
      connectionId: record.connection_id,
    }),
  };
}
