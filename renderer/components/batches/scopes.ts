import type { QueuedBatch } from "../../../preload/types.ts";

/** One batch for each import that these batches belong to. */
export function distinctImports(batches: readonly QueuedBatch[]): readonly QueuedBatch[] {
  return [...new Map(batches.map((batch) => [batch.importId, batch])).values()];
}

/** One batch for each connection that these batches go to. */
export function distinctConnections(batches: readonly QueuedBatch[]): readonly QueuedBatch[] {
  return [...new Map(batches.map((batch) => [batch.connectionId, batch])).values()];
}
