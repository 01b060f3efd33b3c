import type { QueuedBatch } from "../../preload/types.ts";
import type { CliIo } from "./io.ts";
import { queuedBatches } from "./queued-batches.ts";
import type { CliServices } from "./services.ts";

/** Says once for each cause why batches of these imports were not accepted, and what to do. */
export function tellReasons(
  io: CliIo,
  { queue, connections }: CliServices,
  importIds: readonly number[],
): void {
  const refused = new Set(
    connections
      .list()
      .filter((each) => each.hold === "credentials")
      .map((each) => each.id),
  );
  const told = new Set<string>();
  for (const batch of queuedBatches(queue)) {
    if (!importIds.includes(batch.importId) || batch.reason === null) continue;
    if (told.has(batch.reason.message)) continue;
    told.add(batch.reason.message);
    const remedy = remedyOf(batch, refused.has(batch.connectionId));
    io.err(`Batch ${batch.id} (${batch.state}): ${asSentence(batch.reason.message)} ${remedy}`);
  }
  if (queue.summary().paused) {
    io.err('The queue is paused, so nothing was sent. Run "queue resume" and "queue send".');
  }
}

/** The window's remedies are buttons; these are the same in the words of the command line. */
function remedyOf(batch: QueuedBatch, isRefused: boolean): string {
  const { id, state, connectionName } = batch;
  if (state === "uncertain") {
    return `See on the platform whether it arrived, then run "queue resolve ${id} --as sent" or "queue resolve ${id} --as resend".`;
  }
  if (state === "rejected") {
    return `Run "queue resolve ${id} --as resend" to send it again, or "queue cancel ${id}" to go on without it, then "queue send".`;
  }
  return isRefused
    ? `Give the key anew with "profile key ${connectionName}", then run "queue send".`
    : 'Run "queue send" to send it now.';
}

function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
