import type { CliIo } from "./io.ts";
import type { CliServices } from "./services.ts";

/** Says once for each cause why batches of these imports were not accepted. */
export function tellReasons(
  io: CliIo,
  { queue, history }: CliServices,
  importIds: readonly number[],
): void {
  const told = new Set<string>();
  for (const importId of importIds) {
    for (const batch of history.get(importId).batches) {
      if (batch.state === "accepted" || batch.reason === null) continue;
      if (told.has(batch.reason.message)) continue;
      told.add(batch.reason.message);
      io.err(`Batch ${batch.id} (${batch.state}): ${batch.reason.message}`);
    }
  }
  if (queue.summary().paused) {
    io.err('The queue is paused, so nothing was sent. Run "queue resume" and "queue send".');
  }
}
