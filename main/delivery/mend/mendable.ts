import type { FieldName } from "../../../preload/fields.ts";
import type { BatchState, ImportOptions, Mapping } from "../../../preload/types.ts";
import type { Database } from "../../database/open.ts";
import { AppError } from "../../errors.ts";
import type { Vault } from "../../vault/vault.ts";
import { type BatchPayload, openPayload } from "../payload.ts";

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

interface Standing {
  readonly state: BatchState;
  readonly reason: string | null;
  readonly released: 0 | 1;
}

interface StoredBatch extends Standing {
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

/**
 * Rejected, or set aside because it never got a clear answer. Not a batch that is uncertain for
 * any other reason: its rows may have arrived as they are. Nor a trial's that did not arrive: its
 * rows are back in the list they came from.
 * @throws AppError not-found | batch-not-mendable | batch-without-connection |
 * sealed-data-unreadable
 */
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
  if (!mayBeMended(record)) throw new AppError("batch-not-mendable");
  if (connectionId === null) throw new AppError("batch-without-connection");
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

function mayBeMended({ state, reason, released }: Standing): boolean {
  const setAside = state === "uncertain" && reason === "reason-gave-up";
  return released === 0 && (state === "rejected" || setAside);
}

/** Whether a batch's rows may be corrected, as far as its state tells. */
export function isMendable(db: Database, batchId: number): boolean {
  const record = db
    .prepare(
      `SELECT state, reason_code AS reason, released FROM batches
       WHERE id = ? AND connection_id IS NOT NULL`,
    )
    .get(batchId) as Standing | undefined;
  return record !== undefined && mayBeMended(record);
}

/** The place of a field that a person may see and so may correct. @throws AppError "not-found" */
export function placeOfField({ fields }: MendableBatch, field: FieldName): number {
  const place = fields.indexOf(field);
  if (place < 0) throw new AppError("not-found", { params: { what: "column" } });
  return place;
}
