import { toAppError } from "../../../common/errors.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import { sweepPreparing } from "../enqueue/sweep-preparing.ts";
import { type ConnectionSender, createConnectionSender } from "./connection-sender.ts";
import { drainQueue } from "./drain.ts";
import { createLeaseKeeper } from "./lease-keeper.ts";
import { createSenderContext, type SenderDeps } from "./sender-context.ts";

export type { SenderDeps } from "./sender-context.ts";

/** How often the queue is looked at: for due times, other processes' changes, the lease. */
const LOOK_MS = 500;

/**
 * Sends the queue's batches. Many may exist on a data folder; the one with the lease sends. A
 * stopped sender is not started again; make a new one.
 */
export interface Sender {
  start(): void;
  /** Begins nothing more, waits for what is on its way (some seconds), gives the lease back. */
  stop(): Promise<void>;
  /** Looks at the queue at once, as after an import was queued. */
  wake(): void;
  /** What others have written until now is known and told: it is no news at the next look. */
  caughtUp(): void;
  /** Every waiting batch goes at once, whatever its next time: a person wants it. */
  sendNow(): void;
  /** Batches that wait for the network go soon: not in the same second everywhere. */
  networkBack(): void;
  /** Begins nothing until the network is back, or for a while. */
  fallAsleep(): void;
  /**
   * For the command line, after `start`: ends when nothing is left to do, when all that is left
   * waits longer than the remaining time, or after `maxMs` in which nothing was on its way from
   * here. Another process may do the sending.
   */
  drain(maxMs: number): Promise<void>;
}

export function createSender(deps: SenderDeps): Sender {
  const stopping = new AbortController();
  const abandon = new AbortController();
  const context = createSenderContext(deps, stopping.signal, abandon.signal);
  const keeper = createLeaseKeeper(context);
  const senders = new Map<number, ConnectionSender>();
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | undefined;

  function senderOf(connectionId: number): ConnectionSender {
    const known = senders.get(connectionId);
    if (known !== undefined) return known;
    const sender = createConnectionSender(context, connectionId);
    senders.set(connectionId, sender);
    return sender;
  }

  /** The database may be locked, full or gone for a while: told, and tried again later. */
  function guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      trouble(error);
    }
  }

  function trouble(error: unknown): void {
    const { code, detail } = toAppError(databaseError(error));
    context.onTrouble(code, detail ?? "");
  }

  async function sweep(): Promise<void> {
    try {
      await sweepPreparing(deps.db, { signal: stopping.signal });
    } catch (error) {
      trouble(error);
    }
  }

  function look(): void {
    guarded(() => {
      if (stopping.signal.aborted || timer === undefined) return;
      if (keeper.changedOutside()) deps.onOutsideChange?.();
      if (!keeper.mayAct()) return;
      for (const connectionId of context.outbox.connections()) senderOf(connectionId).pump();
    });
  }

  function hurry(event: "send-now" | "network-back"): void {
    guarded(() => keeper.hurry(event));
    look();
  }

  return {
    start() {
      sweeping = sweep();
      timer = setInterval(look, LOOK_MS);
      look();
    },
    async stop() {
      if (stopping.signal.aborted) return;
      stopping.abort();
      clearInterval(timer);
      const giveUp = setTimeout(() => abandon.abort(), context.timeouts.stop);
      await Promise.all([sweeping, ...[...senders.values()].map((sender) => sender.settled())]);
      clearTimeout(giveUp);
      context.changes.flush();
      guarded(() => context.lease.release());
    },
    wake: look,
    caughtUp: () => guarded(() => void keeper.changedOutside()),
    sendNow: () => hurry("send-now"),
    networkBack() {
      context.sleep.wakeUp();
      hurry("network-back");
    },
    fallAsleep: context.sleep.fallAsleep,
    drain: (maxMs) => drainQueue(context, senders, look, maxMs),
  };
}
