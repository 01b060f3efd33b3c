import type { SourceRow } from "./source.ts";

/** Rows a chunk holds at most, blank ones among them. */
export const CHUNK_ROWS = 1000;
const NO_CELLS: readonly string[] = [];

/** Puts blank rows where row numbers are left out, and cuts what comes into chunks. */
export async function* fillGaps(
  found: AsyncIterable<readonly SourceRow[]>,
): AsyncGenerator<readonly SourceRow[]> {
  let next = 1;
  let chunk: SourceRow[] = [];
  for await (const rows of found) {
    for (const row of rows) {
      while (next < row.number) {
        chunk.push({ number: next++, cells: NO_CELLS });
        if (chunk.length >= CHUNK_ROWS) {
          yield chunk;
          chunk = [];
        }
      }
      chunk.push(row);
      next = row.number + 1;
      if (chunk.length >= CHUNK_ROWS) {
        yield chunk;
        chunk = [];
      }
    }
    // What has been read is handed on at once: a quick look needs no full chunk.
    if (chunk.length > 0) {
      yield chunk;
      chunk = [];
    }
  }
}
