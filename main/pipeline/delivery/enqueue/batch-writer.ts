import type { Batch } from "../../../common/batch.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { sealPayload } from "../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../records/vault/vault.ts";

/** Sealed bytes per transaction: small enough that another writer waits some milliseconds only. */
const TRANSACTION_BYTES = 1024 * 1024;
const TRANSACTION_BATCHES = 1_000;

interface BatchToWrite extends Pick<Batch, "delimiter" | "repeatable" | "byteSize"> {
  readonly rowCount: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A batch as it is written. */
export interface SealedBatch extends BatchToWrite {
  readonly sealed: Buffer;
}

/** A batch whose sealed rows are a block that was written before. */
interface BlockBatch extends BatchToWrite {
  readonly blockId: number;
}

export interface BatchWriter {
  add(batch: SealedBatch | BlockBatch): void;
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
  const insertBlock = db.prepare("INSERT INTO batch_blocks (batch_id, block_id) VALUES (?, ?)");
  const log = db.prepare(
    "INSERT INTO batch_log (batch_id, seq, at, state, cause) VALUES (?, 1, ?, 'queued', 'made')",
  );
  let pending: { readonly batch: SealedBatch | BlockBatch; readonly position: number }[] = [];
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
      if ("blockId" in batch) insertBlock.run(lastInsertRowid, batch.blockId);
      else insertRows.run(lastInsertRowid, batch.sealed);
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
      if ("sealed" in batch) pendingBytes += batch.sealed.length;
      if (pendingBytes >= TRANSACTION_BYTES || pending.length >= TRANSACTION_BATCHES) {
        flushPending();
      }
    },
    end() {
      flushPending();
      return { rows, batches };
    },
  };
}
