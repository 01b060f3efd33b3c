import { toAppError } from "../../../common/errors.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import { requireSynced } from "../../../common/sqlite/unsynced.ts";
import { type Reason, reasonOf } from "../../../records/imports/batches/attempt-result.ts";
import type { BatchEvent } from "../../../records/imports/batches/batch-status.ts";
import type { AppliedEvent } from "../../../records/imports/batches/batch-store.ts";
import type { Candidate } from "../../../records/imports/queue/outbox.ts";
import { afterTrouble, type Line, type Trouble } from "../line/pace.ts";
import type { SenderContext } from "./sender-context.ts";

/** What the sending of one connection writes down. */
export interface ConnectionWrites {
  transaction<T>(change: () => T): T;
  /** Inside a transaction. */
  apply(batchId: number, event: BatchEvent): AppliedEvent;
  /** Inside a transaction: what has become of a try holds for the whole connection. */
  keepLine(change: (line: Line) => Line): {
    readonly nextTry: number;
    /** Whether the line counts it as a try that came to nothing. */
    readonly isTrouble: boolean;
  };
  /** Its first batch says why the connection has to wait. */
  postpone(candidate: Candidate, why: { readonly reason: Reason; readonly trouble: Trouble }): void;
  /** A connection that cannot be used at all: its first batch says why. */
  unusable(error: unknown): void;
}

export function createConnectionWrites(
  { db, store, outbox, lines, lease, changes, now, random, onTrouble }: SenderContext,
  connectionId: number,
): ConnectionWrites {
  function transaction<T>(change: () => T): T {
    try {
      // What is on its way has to be known after a loss of power too.
      requireSynced(db);
      return db.transaction(change).immediate();
    } catch (error) {
      throw databaseError(error);
    }
  }

  function apply(batchId: number, event: BatchEvent): AppliedEvent {
    return store.apply(batchId, event, { now: now() });
  }

  function keepLine(change: (line: Line) => Line) {
    const before = lines.read(connectionId, now());
    const line = change(before);
    if (line !== before) lines.write(connectionId, line);
    return { nextTry: line.nextAt, isTrouble: line.failures > before.failures };
  }

  function postpone(
    { id, importId }: Candidate,
    { reason, trouble }: { readonly reason: Reason; readonly trouble: Trouble },
  ): void {
    transaction(() => {
      if (!lease.isHeld()) return;
      const { nextTry } = keepLine((line) => afterTrouble(line, trouble, now(), random));
      apply(id, { kind: "postpone", reason, nextTry });
    });
    changes.tell(importId);
  }

  return {
    ...{ transaction, apply, keepLine, postpone },
    unusable(error) {
      const known = toAppError(error);
      const front = outbox.front(connectionId, 1)[0];
      if (front === undefined || front.state === "sending") return;
      const reason = reasonOf("reason-connection-unusable", { detail: known.code });
      postpone(front, { reason, trouble: { cause: "server", retryAfterMs: null } });
      onTrouble(known.code, "connection not usable");
    },
  };
}
