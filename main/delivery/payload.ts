import type { FieldName } from "../../preload/fields.ts";
import type { BatchRow } from "../batches/batch.ts";
import type { Vault } from "../vault/vault.ts";

/** What `batches.sealed_rows` holds: the rows of a batch with their identity. */
export interface BatchPayload {
  readonly fields: readonly FieldName[];
  readonly rows: readonly BatchRow[];
}

interface StoredPayload {
  readonly fields: readonly FieldName[];
  readonly rows: readonly (readonly [number, string, readonly string[]])[];
}

export function sealPayload(vault: Vault, payload: BatchPayload): Buffer {
  const stored: StoredPayload = {
    fields: payload.fields,
    rows: payload.rows.map(({ row, hash, values }) => [row, hash, values]),
  };
  return vault.sealJson(stored);
}

/** @throws AppError "sealed-data-unreadable" */
export function openPayload(vault: Vault, sealed: Uint8Array): BatchPayload {
  const stored = vault.openJson<StoredPayload>(sealed);
  return {
    fields: stored.fields,
    rows: stored.rows.map(([row, hash, values]) => ({ row, hash, values })),
  };
}
