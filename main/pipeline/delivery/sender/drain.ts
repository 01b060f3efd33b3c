import { setTimeout as pause } from "node:timers/promises";
import { countOpen } from "../../../records/imports/queue/open-batches.ts";
import type { ConnectionSender } from "./connection-sender.ts";
import type { SenderContext } from "./sender-context.ts";

/** Between two looks at what another process sends, or at a wait that ends soon. */
const LOOK_MS = 20;

/**
 * Waits while something can be sent before the time is over, by this process or by the one that
 * holds the lease. What this one has on its way takes the time that it takes: to give up a request
 * would leave nobody knowing whether it arrived. Where nothing came of it, that time was waiting too:
 * a server that says nothing is not tried again and again.
 * @param maxMs of waiting without getting on
 */
export async function drainQueue(
  context: SenderContext,
  senders: ReadonlyMap<number, ConnectionSender>,
  look: () => void,
  maxMs: number,
): Promise<void> {
  let remaining = maxMs;
  look();
  while (remaining > 0 && !context.stopping.aborted) {
    const busy = [...senders.values()].filter((sender) => sender.isBusy());
    const begun = performance.now();
    const before = countOpen(context.db);
    if (busy.length > 0) {
      await Promise.all(busy.map((sender) => sender.settled()));
      if (countOpen(context.db) < before) continue;
    } else {
      if (!isWorthWaiting(context, remaining)) return;
      await pause(Math.min(LOOK_MS, remaining));
    }
    remaining -= performance.now() - begun;
  }
}

function isWorthWaiting(
  { outbox, lines, heldBack, now }: SenderContext,
  remainingMs: number,
): boolean {
  return outbox.connections().some((connectionId) => {
    const held = heldBack.get(connectionId);
    const front = outbox.front(connectionId, (held?.size ?? 0) + 1);
    const first = front.find(({ id }) => held?.has(id) !== true);
    if (first === undefined) return false;
    const until = Math.max(first.nextTry ?? 0, lines.read(connectionId, now()).nextAt);
    return until - now() <= remainingMs;
  });
}
