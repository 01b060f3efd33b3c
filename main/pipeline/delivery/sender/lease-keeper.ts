import { createWaitingBatches } from "../../../records/imports/queue/waiting-batches.ts";
import { afterNetworkBack, afterSendNow, LONGEST_ASKED_MS, LONGEST_MS } from "../line/pace.ts";
import type { SenderContext } from "./sender-context.ts";

/** Reasons that the return of the network lifts. */
const NETWORK_REASONS = [
  "reason-offline",
  "reason-dns",
  "reason-refused",
  "reason-tls",
  "reason-connect-timeout",
  "reason-proxy-login",
  "reason-no-answer",
];

/** The sender's dealings with other processes: the lease, and what dead ones have left. */
export interface LeaseKeeper {
  /** Whether this process sends: keeps the lease alive, or takes it where it is free. */
  mayAct(): boolean;
  /** Whether another process has written since the last question. */
  changedOutside(): boolean;
  /**
   * Ends the waiting for all connections ("send-now"), or for those without a way to the platform;
   * the latter go one after the other, as everybody's network may be back at once.
   */
  hurry(event: "send-now" | "network-back"): void;
}

export function createLeaseKeeper(context: SenderContext): LeaseKeeper {
  const { db, lease, outbox, lines, store, now } = context;
  const waiting = createWaitingBatches(db, {
    networkReasons: NETWORK_REASONS,
    network: LONGEST_MS,
    any: LONGEST_ASKED_MS,
  });
  let version = db.pragma("data_version", { simple: true });

  /** What another sender had on its way when it died. */
  function recover(): readonly number[] {
    const orphans = outbox.orphans(lease.holder);
    const moments = { now: now() };
    return orphans.map((id) => store.apply(id, { kind: "holder-gone" }, moments).importId);
  }

  /**
   * No batch is ever given a time to wait for that lies further ahead than the longest wait. Where
   * one stands that far ahead, the clock was wrong when it was written and has been set back since:
   * such batches are sent at once.
   */
  function correctClock(): void {
    if (waiting.beyond(now()).length === 0) return;
    db.transaction(() => {
      const moments = { now: now() };
      for (const id of waiting.beyond(now())) {
        if (lease.isHeld()) store.apply(id, { kind: "clock-set" }, moments);
      }
    }).immediate();
  }

  return {
    mayAct() {
      // An idle sender needs no lease and gives no sign of life: nobody waits for it.
      if (!outbox.hasOpen()) return lease.isHeld();
      if (lease.keepAlive()) {
        correctClock();
        return true;
      }
      if (lease.looksTaken()) return false;
      const changed = db.transaction(() => (lease.acquire() ? recover() : null)).immediate();
      if (changed === null) return false;
      for (const importId of new Set(changed)) context.changes.tell(importId);
      return true;
    },
    changedOutside() {
      const current = db.pragma("data_version", { simple: true });
      const changed = current !== version;
      version = current;
      return changed;
    },
    hurry(event) {
      db.transaction(() => {
        for (const { id, reason } of waiting.all()) {
          if (event === "network-back" && !NETWORK_REASONS.includes(reason ?? "")) continue;
          store.apply(id, { kind: event }, { now: now() });
        }
        lines.writeAll(now(), (line) =>
          event === "send-now" ? afterSendNow(line) : afterNetworkBack(line, now(), context.random),
        );
      }).immediate();
    },
  };
}
