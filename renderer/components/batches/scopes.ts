import type { QueuedBatch } from "../../../preload/types.ts";

/** The imports of some batches, one batch for each. */
export function distinctImports(batches: readonly QueuedBatch[]): readonly QueuedBatch[] {
  return [...new Map(batches.map((batch) => [batch.importId, batch])).values()];
}

/** The connections of some batches, one batch for each. */
export function distinctConnections(batches: readonly QueuedBatch[]): readonly QueuedBatch[] {
  return [...new Map(batches.map((batch) => [batch.connectionId, batch])).values()];
}
