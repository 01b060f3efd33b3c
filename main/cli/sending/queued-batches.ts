import type { QueuedBatch } from "../../../preload/types.ts";
import type { Queue } from "../../features/queue/queue.ts";

const PAGE = 1000;

/** Every batch that waits or needs a person, in the order of sending. */
export function queuedBatches(queue: Queue): readonly QueuedBatch[] {
  const found: QueuedBatch[] = [];
  for (;;) {
    const page = queue.list({ offset: found.length, limit: PAGE });
    found.push(...page.items);
    if (page.items.length === 0 || found.length >= page.total) return found;
  }
}
