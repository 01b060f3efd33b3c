import type { FieldName } from "../../../../preload/fields.ts";
import type { BatchState, ImportOptions, Mapping } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { type BatchPayload, openPayload } from "../../../records/imports/batches/payload.ts";
import { mayBeMended, type Standing } from "../../../records/imports/corrections/may-be-mended.ts";
import type { Vault } from "../../../records/vault/vault.ts";

/** What is known of a batch whose rows may be corrected, without them. */
export interface MendableRecord {
  readonly id: number;
  readonly importId: number;
  readonly connectionId: number;
  /** The account by which its customers stand in the index. */
  readonly indexedAs: string;
  readonly position: number;
  readonly state: BatchState;
  readonly attempts: number;
  readonly mapping: Mapping;
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  readonly options: ImportOptions;
}

/** A batch whose rows may be corrected. */
export interface MendableBatch extends MendableRecord, BatchPayload {
  readonly sealedRows: Buffer;
}

interface StoredBatch extends Omit<Standing, "connectionId"> {
  readonly importId: number;
  readonly connectionId: number | null;
  readonly indexedAs: string;
  readonly position: number;
  readonly attempts: number;
  readonly mapping: string;
  readonly columns: string;
  readonly options: string;
}

/** @throws AppError not-found | batch-not-mendable | batch-without-connection */
export function requireMendable(db: Database, batchId: number): MendableRecord {
  const record = db
    .prepare(
      `SELECT import_id AS importId, batches.connection_id AS connectionId,
         ifnull(indexed_as, account_id) AS indexedAs, position, batches.state, attempts, reason_code AS reason,
         released, mapping, columns, options
       FROM batches JOIN imports ON imports.id = import_id AND phase = 'queued'
       WHERE batches.id = ?`,
    )
    .get(batchId) as StoredBatch | undefined;
  if (record === undefined) throw new AppError("not-found", { params: { what: "batch" } });
  const { connectionId } = record;
  if (connectionId === null) throw new AppError("batch-without-connection");
  if (!mayBeMended({ ...record, connectionId })) throw new AppError("batch-not-mendable");
  return {
    ...record,
    ...{ id: batchId, connectionId },
    mapping: JSON.parse(record.mapping) as Mapping,
    columns: JSON.parse(record.columns) as MendableRecord["columns"],
    options: JSON.parse(record.options) as ImportOptions,
  };
}

/** @throws AppError of `requireMendable`, sealed-data-unreadable */
export function openMendable(db: Database, vault: Vault, batchId: number): MendableBatch {
  return createMendableReader(db, vault)(batchId);
}

/** As `openMendable`; rows that were opened last are not opened again as long as they are the same. */
export function createMendableReader(db: Database, vault: Vault) {
  const find = db.prepare("SELECT sealed_rows FROM batch_rows WHERE batch_id = ?").pluck();
  let last: (BatchPayload & { readonly sealedRows: Buffer }) | null = null;
  return (batchId: number): MendableBatch => {
    const record = requireMendable(db, batchId);
    const sealedRows = find.get(batchId) as Buffer | undefined;
    if (sealedRows === undefined) throw new AppError("sealed-data-unreadable");
    // Sealed with a random nonce: the same bytes are the same rows of the same batch.
    if (last === null || !last.sealedRows.equals(sealedRows)) {
      last = { ...openPayload(vault, sealedRows), sealedRows };
    }
    return { ...record, ...last };
  };
}

/** The place of a field that a person may see and so may correct. @throws AppError "not-found" */
export function placeOfField({ fields }: MendableBatch, field: FieldName): number {
  const place = fields.indexOf(field);
  if (place < 0) throw new AppError("not-found", { params: { what: "column" } });
  return place;
}
