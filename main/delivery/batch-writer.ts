import type { Batch } from "../batches/batch.ts";
import type { Database } from "../database/open.ts";
import type { Vault } from "../vault/vault.ts";
import { sealPayload } from "./payload.ts";

/** Sealed bytes per transaction: small enough that another writer waits some milliseconds only. */
const TRANSACTION_BYTES = 1024 * 1024;

export interface BatchWriter {
  add(batch: Batch): void;
  end(): { readonly rows: number; readonly batches: number };
}

/** Writes the batches of an import being prepared; sealing is done outside the transactions. */
export function createBatchWriter(
  db: Database,
  vault: Vault,
  importId: number,
  connectionId: number,
): BatchWriter {
  const insert = db.prepare(
    `INSERT INTO batches
       (import_id, connection_id, position, state, row_count, first_row, last_row, byte_size,
        delimiter, repeatable, sealed_rows)
     VALUES (?, ?, ?, 'queued', ?, ?, ?, ?, ?, ?, ?)`,
  );
  const log = db.prepare(
    "INSERT INTO batch_log (batch_id, seq, at, state, cause) VALUES (?, 1, ?, 'queued', 'made')",
  );
  let pending: { readonly batch: Batch; readonly position: number; readonly sealed: Buffer }[] = [];
  let pendingBytes = 0;
  let rows = 0;
  let batches = 0;

  const flush = db.transaction(() => {
    const now = Date.now();
    for (const { batch, position, sealed } of pending) {
      const numbers = batch.rows.map((each) => each.row);
      const { lastInsertRowid } = insert.run(
        importId,
        connectionId,
        position,
        batch.rows.length,
        Math.min(...numbers),
        Math.max(...numbers),
        batch.byteSize,
        batch.delimiter,
        Number(batch.repeatable),
        sealed,
      );
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
      rows += batch.rows.length;
      const sealed = sealPayload(vault, batch);
      pending.push({ batch, position: batches, sealed });
      pendingBytes += sealed.length;
      if (pendingBytes >= TRANSACTION_BYTES) flushPending();
    },
    end() {
      flushPending();
      return { rows, batches };
    },
  };
}
