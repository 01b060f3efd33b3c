import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { column, type Statement, statement } from "../../common/sqlite/statement.ts";
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
  const sealed = sealedRows(db).get(stagingId, chunk);
  if (sealed === undefined) return [];
  return openStored(vault, sealed).rows;
}

/** The sealed rows of a staging's chunk. */
export function sealedRows(db: Database): Statement<[stagingId: number, chunk: number], Buffer> {
  return column(db, "SELECT sealed_rows FROM staged_rows WHERE staging_id = ? AND chunk = ?");
}

/** The sealed rows of some chunks, in order; the chunk behind the last one is not among them. */
export function sealedChunks(
  db: Database,
): Statement<[stagingId: number, from: number, to: number], Buffer> {
  return column(
    db,
    `SELECT sealed_rows FROM staged_rows WHERE staging_id = ? AND chunk >= ? AND chunk < ?
     ORDER BY chunk`,
  );
}

/**
 * A mark of a staging's sealed rows: another one whenever any of them is written anew, and for every
 * other staging. Who is written anew gets a higher number, and no two seals begin alike.
 */
export function markOfRows(db: Database, stagingId: number): string {
  const numbers = column<[number], number | null>(
    db,
    `SELECT sum(block_id) FROM staged_chunks INDEXED BY staged_chunks_by_block
     WHERE staging_id = ?`,
  ).get(stagingId);
  const first = column<[number], string>(
    db,
    "SELECT hex(substr(sealed_rows, 1, 12)) FROM staged_rows WHERE staging_id = ? AND chunk = 0",
  ).get(stagingId);
  return `${numbers ?? 0}/${first ?? ""}`;
}

/** Only these rows of a chunk, by their places in it: a fifth of the time that all take. */
export function readRowsOfChunk(
  db: Database,
  vault: Vault,
  stagingId: number,
  { chunk, wanted }: { readonly chunk: number; readonly wanted: ReadonlySet<number> },
): ReadonlyMap<number, StoredRow> {
  const sealed = sealedRows(db).get(stagingId, chunk);
  return sealed === undefined ? new Map() : openRows(vault, sealed, wanted);
}

/** Where a row stands: its chunk and its place in it. */
export function place(index: number): { readonly chunk: number; readonly at: number } {
  return { chunk: Math.floor(index / CHUNK_ROWS), at: index % CHUNK_ROWS };
}

/** One status byte a row, of all chunks in order. */
export function readStatus(db: Database, stagingId: number): Uint8Array {
  const chunks = column<[number], Buffer>(
    db,
    "SELECT status FROM staged_chunks WHERE staging_id = ? ORDER BY chunk",
  );
  return Buffer.concat(chunks.all(stagingId));
}

/** Writes one row's status byte back. */
export function writeStatus(db: Database, stagingId: number, index: number, status: number): void {
  const { chunk, at } = place(index);
  const bytes = column<[number, number], Buffer>(
    db,
    "SELECT status FROM staged_chunks WHERE staging_id = ? AND chunk = ?",
  ).get(stagingId, chunk);
  if (bytes === undefined) throw new AppError("not-found", { params: { what: "check" } });
  bytes[at] = status;
  statement<[Buffer, number, number]>(
    db,
    "UPDATE staged_chunks SET status = ? WHERE staging_id = ? AND chunk = ?",
  ).run(bytes, stagingId, chunk);
}
