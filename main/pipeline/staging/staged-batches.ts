import type { DelimiterName } from "../../common/batch.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readCorrections } from "../../records/drafts/corrected-values.ts";
import { openChunk } from "../../records/drafts/staged-rows.ts";
import { getStaging } from "../../records/drafts/stagings.ts";
import { willBeSent } from "../../records/drafts/status.ts";
import { openPayload } from "../../records/imports/batches/payload.ts";
import type { RowsToQueue } from "../../records/imports/batches/sealed-rows.ts";
import type { Vault } from "../../records/vault/vault.ts";

interface ChunkRecord {
  readonly chunk: number;
  readonly firstIndex: number;
  readonly status: Buffer;
  readonly rowCount: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly byteSize: number;
  readonly delimiter: DelimiterName | null;
  readonly keyed: number;
  readonly valueHashes: Buffer;
  readonly blockId: number;
}

/**
 * The rows to be sent, in list order: chunks whose rows all go out as they were read come as they
 * were sealed, others as rows with corrections applied. One chunk is in memory at a time.
 * @throws AppError "not-found" | "sealed-data-unreadable"
 */
export function* stagedBatches(
  db: Database,
  vault: Vault,
  stagingId: number,
): Generator<RowsToQueue> {
  const { fields } = getStaging(db, stagingId);
  const corrections = readCorrections(db, vault, stagingId);
  // One statement a chunk, no open cursor: the reader of this generator writes in between.
  const next = db.prepare(
    `SELECT chunk, first_index AS firstIndex, status, row_count AS rowCount,
       first_row AS firstRow, last_row AS lastRow, byte_size AS byteSize, delimiter, keyed,
       value_hashes AS valueHashes, block_id AS blockId
     FROM staged_chunks WHERE staging_id = ? AND chunk > ? ORDER BY chunk LIMIT 1`,
  );
  const rowsOf = db.prepare("SELECT sealed_rows FROM row_blocks WHERE id = ?").pluck();
  const isCorrected = (record: ChunkRecord) => {
    for (let at = 0; corrections.size > 0 && at < record.rowCount; at += 1) {
      if (corrections.has(record.firstIndex + at)) return true;
    }
    return false;
  };
  let last = -1;
  for (;;) {
    const record = next.get(stagingId, last) as ChunkRecord | undefined;
    if (record === undefined) return;
    last = record.chunk;
    const { blockId, delimiter, status } = record;
    const sealed = () => rowsOf.get(blockId) as Buffer;
    if (delimiter !== null && status.every(willBeSent) && !isCorrected(record)) {
      const open = () => openPayload(vault, sealed()).rows;
      const valueHashes = words(record.valueHashes);
      yield { ...record, delimiter, keyed: record.keyed === 1, valueHashes, open };
      continue;
    }
    if (!status.some(willBeSent)) continue;
    yield openChunk(
      vault,
      { ...record, sealed: sealed() },
      { fields, corrections, wanted: willBeSent },
    );
  }
}

/** Copied, because SQLite's bytes may lie anywhere in memory. */
function words(bytes: Buffer): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
