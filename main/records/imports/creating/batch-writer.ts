import type { Batch } from "../../../common/batch.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { statement } from "../../../common/sqlite/statement.ts";
import type { Vault } from "../../vault/vault.ts";
import { sealPayload } from "../batches/payload.ts";

/** Sealed bytes per transaction: small enough that another writer waits some milliseconds only. */
const TRANSACTION_BYTES = 1024 * 1024;
const TRANSACTION_BATCHES = 1_000;

/** A batch as it is written: numbers and delimiter of its rows, without the rows. */
export interface BatchToWrite extends Pick<Batch, "delimiter" | "idempotent" | "byteSize"> {
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
    idempotent: batch.idempotent,
    byteSize: batch.byteSize,
    rowCount: batch.rows.length,
    firstRow: Math.min(...numbers),
    lastRow: Math.max(...numbers),
    sealed: sealPayload(vault, batch),
  };
}

interface BatchPlace {
  readonly importId: number;
  readonly connectionId: number;
  readonly position: number;
}

/** @returns a function that inserts a batch to be sent, without its rows, and answers its id */
export function createBatchInsert(
  db: Database,
): (place: BatchPlace, batch: BatchToWrite) => number {
  const insert = statement<BatchPlace & BatchColumns>(
    db,
    `INSERT INTO batches
       (import_id, connection_id, position, state, row_count, first_row, last_row, byte_size,
        delimiter, repeatable)
     VALUES (:importId, :connectionId, :position, 'queued', :rowCount, :firstRow, :lastRow,
       :byteSize, :delimiter, :idempotent)`,
  );
  return ({ importId, connectionId, position }, batch) =>
    Number(insert.run({ importId, connectionId, position, ...columnsOf(batch) }).lastInsertRowid);
}

interface BatchColumns extends Omit<BatchToWrite, "idempotent"> {
  readonly idempotent: number;
}

/** What a batch says of its rows, by column. */
export function columnsOf(batch: BatchToWrite): BatchColumns {
  const { rowCount, firstRow, lastRow, byteSize, delimiter } = batch;
  return { rowCount, firstRow, lastRow, byteSize, delimiter, idempotent: Number(batch.idempotent) };
}

/** Writes the batches of an import being prepared, in small transactions. */
export function createBatchWriter(
  db: Database,
  importId: number,
  connectionId: number,
): BatchWriter {
  const insert = createBatchInsert(db);
  const insertRows = statement<[batchId: number, sealed: Buffer]>(
    db,
    "INSERT INTO batch_rows (batch_id, sealed_rows) VALUES (?, ?)",
  );
  const insertBlock = statement<[batchId: number, blockId: number]>(
    db,
    "INSERT INTO batch_blocks (batch_id, block_id) VALUES (?, ?)",
  );
  const log = statement<[batchId: number, at: number]>(
    db,
    "INSERT INTO batch_log (batch_id, seq, at, state, cause) VALUES (?, 1, ?, 'queued', 'made')",
  );
  let pending: { readonly batch: SealedBatch | BlockBatch; readonly position: number }[] = [];
  let pendingBytes = 0;
  let rows = 0;
  let batches = 0;

  const flush = db.transaction(() => {
    const now = Date.now();
    for (const { batch, position } of pending) {
      const batchId = insert({ importId, connectionId, position }, batch);
      if ("blockId" in batch) insertBlock.run(batchId, batch.blockId);
      else insertRows.run(batchId, batch.sealed);
      log.run(batchId, now);
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
