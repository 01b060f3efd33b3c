import type { FieldName } from "../../../preload/fields.ts";
import type { BatchState, ImportOptions, Mapping } from "../../../preload/types.ts";
import type { Database } from "../../database/open.ts";
import { AppError } from "../../errors.ts";
import type { Vault } from "../../vault/vault.ts";
import { type BatchPayload, openPayload } from "../payload.ts";
import { mayBeMended, type Standing } from "./may-be-mended.ts";

/** A batch whose rows may be corrected. */
export interface MendableBatch extends BatchPayload {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number;
  readonly accountId: string;
  readonly position: number;
  readonly state: BatchState;
  readonly attempts: number;
  readonly mapping: Mapping;
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  readonly options: ImportOptions;
  readonly sealedRows: Buffer;
}

interface StoredBatch extends Omit<Standing, "connectionId"> {
  readonly importId: number;
  readonly connectionId: number | null;
  readonly accountId: string;
  readonly position: number;
  readonly attempts: number;
  readonly mapping: string;
  readonly columns: string;
  readonly options: string;
  readonly sealedRows: Buffer | null;
}

/** @throws AppError not-found | batch-not-mendable | batch-without-connection |
 * sealed-data-unreadable */
export function openMendable(db: Database, vault: Vault, batchId: number): MendableBatch {
  const record = db
    .prepare(
      `SELECT import_id AS importId, batches.connection_id AS connectionId,
         account_id AS accountId, position, batches.state, attempts, reason_code AS reason,
         released, mapping, columns, options, sealed_rows AS sealedRows
       FROM batches JOIN imports ON imports.id = import_id AND phase = 'queued'
       LEFT JOIN batch_rows ON batch_id = batches.id WHERE batches.id = ?`,
    )
    .get(batchId) as StoredBatch | undefined;
  if (record === undefined) throw new AppError("not-found", { params: { what: "batch" } });
  const { connectionId, sealedRows } = record;
  if (connectionId === null) throw new AppError("batch-without-connection");
  if (!mayBeMended({ ...record, connectionId })) throw new AppError("batch-not-mendable");
  if (sealedRows === null) throw new AppError("sealed-data-unreadable");
  return {
    ...openPayload(vault, sealedRows),
    ...record,
    ...{ id: batchId, connectionId, sealedRows },
    mapping: JSON.parse(record.mapping) as Mapping,
    columns: JSON.parse(record.columns) as MendableBatch["columns"],
    options: JSON.parse(record.options) as ImportOptions,
  };
}

/** The place of a field that a person may see and so may correct. @throws AppError "not-found" */
export function placeOfField({ fields }: MendableBatch, field: FieldName): number {
  const place = fields.indexOf(field);
  if (place < 0) throw new AppError("not-found", { params: { what: "column" } });
  return place;
}
