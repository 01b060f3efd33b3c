import type { Database } from "../../common/sqlite/database.ts";
import { openRows, openStored, type StoredRow } from "../imports/batches/payload.ts";
import type { Vault } from "../vault/vault.ts";

/** Rows of a chunk: those of a batch as connections start with, so that chunks become batches. */
export const CHUNK_ROWS = 500;

/** The rows of the chunk with that number; all but the last chunk hold CHUNK_ROWS. */
export function readChunk(
  db: Database,
  vault: Vault,
  stagingId: number,
  chunk: number,
): readonly StoredRow[] {
  const sealed = db
    .prepare("SELECT sealed_rows FROM staged_rows WHERE staging_id = ? AND chunk = ?")
    .pluck()
    .get(stagingId, chunk) as Buffer | undefined;
  if (sealed === undefined) return [];
  return openStored(vault, sealed).rows;
}

/** Only these rows of a chunk, by their places in it: a fifth of the time that all take. */
export function readRowsOfChunk(
  db: Database,
  vault: Vault,
  stagingId: number,
  { chunk, wanted }: { readonly chunk: number; readonly wanted: ReadonlySet<number> },
): ReadonlyMap<number, StoredRow> {
  const sealed = db
    .prepare("SELECT sealed_rows FROM staged_rows WHERE staging_id = ? AND chunk = ?")
    .pluck()
    .get(stagingId, chunk) as Buffer | undefined;
  return sealed === undefined ? new Map() : openRows(vault, sealed, wanted);
}

/** Where a row stands: its chunk and its place in it. */
export function place(index: number): { readonly chunk: number; readonly at: number } {
  return { chunk: Math.floor(index / CHUNK_ROWS), at: index % CHUNK_ROWS };
}

/** One status byte a row, of all chunks in order. */
export function readStatus(db: Database, stagingId: number): Uint8Array {
  const chunks = db
    .prepare("SELECT status FROM staged_chunks WHERE staging_id = ? ORDER BY chunk")
    .pluck()
    .all(stagingId) as Buffer[];
  return Buffer.concat(chunks);
}

/** Writes one row's status byte back. */
export function writeStatus(db: Database, stagingId: number, index: number, status: number): void {
  const { chunk, at } = place(index);
  const where = "FROM staged_chunks WHERE staging_id = ? AND chunk = ?";
  const bytes = db.prepare(`SELECT status ${where}`).pluck().get(stagingId, chunk) as Buffer;
  bytes[at] = status;
  db.prepare("UPDATE staged_chunks SET status = ? WHERE staging_id = ? AND chunk = ?").run(
    bytes,
    stagingId,
    chunk,
  );
}
