import type { Database } from "../../common/sqlite/database.ts";
import { column, statement } from "../../common/sqlite/statement.ts";

/** Sealed rows that an import did not send, in chunks that are numbered in list order. */
export interface LeftChunk {
  readonly chunk: number;
  readonly sealed: Buffer;
}

/** One chunk in memory at a time. */
export function leftChunks(db: Database, importId: number): IterableIterator<LeftChunk> {
  return statement<[importId: number], LeftChunk>(
    db,
    "SELECT chunk, sealed_rows AS sealed FROM import_leftovers WHERE import_id = ? ORDER BY chunk",
  ).iterate(importId);
}

/** The numbers of an import's chunks, for readers between whose steps something may be written. */
export function leftChunkNumbers(db: Database, importId: number): readonly number[] {
  return column<[importId: number], number>(
    db,
    "SELECT chunk FROM import_leftovers WHERE import_id = ? ORDER BY chunk",
  ).all(importId);
}

/** Reads single chunks; undefined for one that is gone. */
export function createLeftChunkReader(
  db: Database,
  importId: number,
): (chunk: number) => Buffer | undefined {
  const read = column<[importId: number, chunk: number], Buffer>(
    db,
    "SELECT sealed_rows FROM import_leftovers WHERE import_id = ? AND chunk = ?",
  );
  return (chunk) => read.get(importId, chunk);
}

/** Writes a chunk, in the place of one of the same number. */
export function createLeftChunkWriter(
  db: Database,
  importId: number,
): (chunk: number, sealed: Buffer) => void {
  const write = statement<[importId: number, chunk: number, sealed: Buffer]>(
    db,
    "INSERT OR REPLACE INTO import_leftovers (import_id, chunk, sealed_rows) VALUES (?, ?, ?)",
  );
  return (chunk, sealed) => write.run(importId, chunk, sealed);
}
