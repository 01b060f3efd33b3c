import type { CliServices } from "../services.ts";
import { queuedBatches } from "./queued-batches.ts";

/**
 * Lets everything go on that was paused as a whole, connection by connection or import by import:
 * the command line has one word for what the window does in three places. Refused credentials are
 * tried once more; a rejected batch stays a person's decision of its own.
 */
export function resumeQueue({ queue, connections }: CliServices): void {
  queue.resume({});
  for (const { id, hold } of connections.list()) {
    if (hold !== null) queue.resume({ connectionId: id });
  }
  const paused = queuedBatches(queue).filter((batch) => batch.hold === "paused");
  for (const importId of new Set(paused.map((batch) => batch.importId))) queue.resume({ importId });
}
