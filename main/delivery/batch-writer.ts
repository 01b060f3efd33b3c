import type { Batch } from "../batches/batch.ts";
import type { Database } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import { sealPayload } from "./payload.ts";

/** Sealed bytes per transaction: small enough that another writer waits some milliseconds only. */
const TRANSACTION_BYTES = 1024 * 1024;

/** A batch as it is written. */
export interface SealedBatch extends Pick<Batch, "delimiter" | "repeatable" | "byteSize"> {
  readonly rowCount: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly sealed: Buffer;
}

export interface BatchWriter {
  add(batch: SealedBatch): void;
  end(): { readonly rows: number; readonly batches: number };
}

export function sealBatch(vault: Vault, batch: Batch): SealedBatch {
  const numbers = batch.rows.map((each) => each.row);
  return {
    delimiter: batch.delimiter,
    repeatable: batch.repeatable,
    byteSize: batch.byteSize,
    rowCount: batch.rows.length,
    firstRow: Math.min(...numbers),
    lastRow: Math.max(...numbers),
    sealed: sealPayload(vault, batch),
  };
}

/** Writes the batches of an import being prepared, in small transactions. */
export function createBatchWriter(
  db: Database,
  importId: number,
  connectionId: number,
): BatchWriter {
  const insert = db.prepare(
    `INSERT INTO batches
       (import_id, connection_id, position, state, row_count, first_row, last_row, byte_size,
        delimiter, repeatable)
     VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?)`,
  );
  const insertRows = db.prepare("INSERT INTO batch_rows (batch_id, sealed_rows) VALUES (?, ?)");
  const log = db.prepare(
    "INSERT INTO batch_log (batch_id, seq, at, state, cause) VALUES (?, 1, ?, 'queued', 'made')",
  );
  let pending: { readonly batch: SealedBatch; readonly position: number }[] = [];
  let pendingBytes = 0;
  let rows = 0;
  let batches = 0;

  const flush = db.transaction(() => {
    const now = Date.now();
    for (const { batch, position } of pending) {
      const { lastInsertRowid } = insert.run(
        importId,
        connectionId,
        position,
        batch.rowCount,
        batch.firstRow,
        batch.lastRow,
        batch.byteSize,
        batch.delimiter,
        Number(batch.repeatable),
      );
      insertRows.run(lastInsertRowid, batch.sealed);
      log.run(lastInsertRowid, now);
    }
  });

  function flushPending(): void {
    if (pending.length > 0) flush.immediate();
    pending = [];
    pendingBytes = 0;
  }

  return {
    add(batch) {
      batches += 1;
      rows += batch.rowCount;
      pending.push({ batch, position: batches });
      pendingBytes += batch.sealed.length;
      if (pendingBytes >= TRANSACTION_BYTES) flushPending();
    },
    end() {
      flushPending();
      return { rows, batches };
    },
  };
}
