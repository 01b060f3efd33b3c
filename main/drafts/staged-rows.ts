import type { Database } from "better-sqlite3";
import type { MappedRow } from "../rows.ts";
import type { Vault } from "../vault/vault.ts";
import type { ChunkRow } from "./chunks.ts";
import { readEdits, withEdits } from "./edited-values.ts";
import { getStaging } from "./stagings.ts";
import { isSent } from "./status.ts";

/**
 * The rows to be sent, in list order and in chunks of some hundred: valid, not left out, edits
 * applied. One chunk is in memory at a time.
 * @throws AppError "not-found" | "sealed-data-unreadable"
 */
export function* stagedRows(
  db: Database,
  vault: Vault,
  stagingId: number,
): Generator<readonly MappedRow[]> {
  yield* chunksWhere(db, vault, stagingId, isSent);
}

/** A row as it stands: edits applied. */
export interface PlacedRow extends MappedRow {
  /** 0-based position in the list. */
  readonly index: number;
  readonly status: number;
}

/** The rows whose status byte is wanted, chunk by chunk; chunks without any are left out. */
export function* chunksWhere(
  db: Database,
  vault: Vault,
  stagingId: number,
  wanted: (status: number) => boolean,
): Generator<readonly PlacedRow[]> {
  const { fields } = getStaging(db, stagingId);
  const edits = readEdits(db, vault, stagingId);
  // One statement a chunk, no open cursor: the reader of this generator writes in between.
  const next = db.prepare(
    `SELECT chunk, first_index, status, sealed_rows FROM staged_chunks
     WHERE staging_id = ? AND chunk > ? ORDER BY chunk LIMIT 1`,
  );
  let last = -1;
  for (;;) {
    const record = next.get(stagingId, last) as ChunkRecord | undefined;
    if (record === undefined) return;
    last = record.chunk;
    if (!record.status.some(wanted)) continue;
    const found: PlacedRow[] = [];
    for (const [at, [row, values]] of vault
      .openJson<readonly ChunkRow[]>(record.sealed_rows)
      .entries()) {
      const status = record.status[at] ?? 0;
      if (!wanted(status)) continue;
      const index = record.first_index + at;
      found.push({ row, index, status, values: withEdits(values, fields, edits.get(index)) });
    }
    yield found;
  }
}

interface ChunkRecord {
  readonly chunk: number;
  readonly first_index: number;
  readonly status: Buffer;
  readonly sealed_rows: Buffer;
}
