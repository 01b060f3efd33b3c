import type { PackedChunk } from "./checked-chunk.ts";

/** The pieces of memory that a chunk hands over. */
export function memoryOf(chunk: PackedChunk): ArrayBuffer[] {
  const { numbers, json, delimiters, compared, valueHashes } = chunk;
  return [numbers, json, delimiters, compared, valueHashes].map(({ buffer }) => buffer);
}
