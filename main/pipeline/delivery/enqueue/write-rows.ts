import type { Batch } from "../../../common/batch.ts";
import type { MappedRow } from "../../../common/rows.ts";
import type { CustomerCollector } from "../../../records/customers/collector.ts";
import {
  isSealed,
  type RowsToQueue,
  type SealedRows,
} from "../../../records/imports/batches/sealed-rows.ts";
import { type BatchWriter, sealBatch } from "../../../records/imports/creating/batch-writer.ts";
import type { EnqueueHooks, ImportSpec } from "../../../records/imports/import-spec.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createBatcher } from "../../batches/batcher.ts";
import { areFieldsIdempotent } from "../../batches/idempotent.ts";

export interface RowWriters {
  readonly writer: BatchWriter;
  readonly customers: CustomerCollector;
}

/**
 * Makes batches of rows. What was sealed before goes as it is, as long as that makes no batch more
 * than rows packed tightly would.
 */
export function writeRows(
  vault: Vault,
  spec: ImportSpec,
  chunks: Iterable<RowsToQueue>,
  { writer, customers }: RowWriters,
  hooks: EnqueueHooks,
): void {
  const fields = spec.mapping.map((each) => each.field);
  const { settings } = spec.connection;
  const limits = { rows: spec.batchRows ?? settings.batchRows, bytes: settings.batchBytes };
  const { generateCardNumbers } = spec.options;
  const batcher = createBatcher({ fields, limits, generateCardNumbers });
  const idempotent = areFieldsIdempotent(fields, { generateCardNumbers });
  let position = 1;
  let count = 0;
  /** Rows that batches may still be short of, where rows alone split the list. */
  let room = (limits.rows - (spec.checked.toSend % limits.rows)) % limits.rows;

  function write(batch: Batch | null): void {
    if (batch === null) return;
    writer.add(sealBatch(vault, batch));
    position += 1;
  }

  function addRows(rows: readonly MappedRow[]): void {
    for (const row of rows) {
      write(batcher.add(row));
      customers.add(row.values, position);
    }
  }

  /** @returns false where the rows have to be packed with others */
  function addSealed(rows: SealedRows): boolean {
    if (rows.rowCount > limits.rows || rows.byteSize > limits.bytes) return false;
    const pending = batcher.pending();
    const short = limits.rows - rows.rowCount + (pending === 0 ? 0 : limits.rows - pending);
    if (short > room) return false;
    room -= short;
    write(batcher.end());
    writer.add({ ...rows, idempotent: idempotent && rows.keyed });
    customers.addHashes(rows.valueHashes, position);
    position += 1;
    return true;
  }

  for (const chunk of chunks) {
    if (isSealed(chunk)) {
      if (!addSealed(chunk)) addRows(chunk.open());
      count += chunk.rowCount;
    } else {
      addRows(chunk);
      count += chunk.length;
    }
    hooks.onProgress?.(count);
  }
  write(batcher.end());
}
