import type { BatchState, ImportOptions, Mapping } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import { mayBeCorrected, type Standing } from "./may-be-corrected.ts";

/** What is known of a batch whose rows may be corrected, without them. */
export interface CorrectableRecord {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number;
  /** The account by which its customers stand in the index. */
  readonly indexedAs: string;
  readonly state: BatchState;
  readonly attempts: number;
  readonly mapping: Mapping;
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  readonly options: ImportOptions;
  /** Into which it goes as it stands now. */
  readonly campaigns: readonly string[];
  readonly sheet: string;
}

interface StoredBatch extends Standing {
  readonly importId: number;
  readonly indexedAs: string;
  readonly attempts: number;
  readonly mapping: string;
  readonly columns: string;
  readonly options: string;
  readonly campaigns: string;
  readonly sheet: string;
}

/** @throws AppError not-found | batch-not-correctable | batch-without-connection */
export function requireCorrectable(db: Database, batchId: number): CorrectableRecord {
  const record = statement<[batchId: number], StoredBatch>(
    db,
    `SELECT import_id AS importId, batches.connection_id AS connectionId,
       ifnull(indexed_as, account_id) AS indexedAs, batches.state, attempts,
       reason_code AS reason, released, mapping, columns, options,
       ifnull(batches.campaigns, options -> '$.campaigns') AS campaigns, sheet
     FROM batches JOIN imports ON imports.id = import_id AND phase = 'queued'
     WHERE batches.id = ?`,
  ).get(batchId);
  if (record === undefined)
    throw new AppError("not-found", { params: { what: "batch", id: batchId } });
  const { connectionId } = record;
  if (connectionId === null) throw new AppError("batch-without-connection");
  if (!mayBeCorrected({ ...record, connectionId })) throw new AppError("batch-not-correctable");
  return {
    ...record,
    ...{ id: batchId, connectionId },
    mapping: JSON.parse(record.mapping),
    columns: JSON.parse(record.columns),
    options: JSON.parse(record.options),
    campaigns: JSON.parse(record.campaigns),
  };
}

/** Another batch of the same import. */
export interface OtherBatch {
  readonly id: number;
  /** Whether its rows are being corrected: the index does not know of that yet. */
  readonly corrected: 0 | 1;
}

/** The other batches of the import, but for cancelled ones. */
export function otherBatches(
  db: Database,
  { id, importId }: Pick<CorrectableRecord, "id" | "importId">,
): readonly OtherBatch[] {
  return statement<[importId: number, id: number], OtherBatch>(
    db,
    `SELECT id, EXISTS (SELECT 1 FROM batch_mends WHERE batch_id = batches.id) AS corrected
     FROM batches WHERE import_id = ? AND id <> ? AND state <> 'cancelled'`,
  ).all(importId, id);
}
