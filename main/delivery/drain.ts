import { setTimeout as pause } from "node:timers/promises";
import type { Lane } from "./lane.ts";
import type { SenderContext } from "./sender-context.ts";

/** Between two looks at what another process sends, or at a wait that ends soon. */
const LOOK_MS = 20;

/**
 * Waits while something can be sent before the time is over, by this process or by the one that
 * holds the lease.
 */
export async function drainQueue(
  context: SenderContext,
  lanes: ReadonlyMap<number, Lane>,
  look: () => void,
  maxMs: number,
): Promise<void> {
  const started = performance.now();
  const remaining = () => maxMs - (performance.now() - started);
  look();
  while (remaining() > 0 && !context.stopping.aborted) {
    if (!isWorthWaiting(context, lanes, remaining())) return;
    const busy = [...lanes.values()].filter((lane) => lane.isBusy());
    if (busy.length > 0) await settledWithin(busy, remaining());
    else await pause(Math.min(LOOK_MS, remaining()));
  }
}

async function settledWithin(lanes: readonly Lane[], maxMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, maxMs);
  await Promise.race([promise, Promise.all(lanes.map((lane) => lane.settled()))]);
  clearTimeout(timer);
}

function isWorthWaiting(
  { outbox, now }: SenderContext,
  lanes: ReadonlyMap<number, Lane>,
  remainingMs: number,
): boolean {
  if ([...lanes.values()].some((lane) => lane.isBusy())) return true;
  return outbox.connections().some((connectionId) => {
    const first = outbox.front(connectionId, 1)[0];
    if (first === undefined) return false;
    const until = Math.max(first.nextTry ?? 0, lanes.get(connectionId)?.pauseUntil() ?? 0);
    return until - now() <= remainingMs;
  });
}
