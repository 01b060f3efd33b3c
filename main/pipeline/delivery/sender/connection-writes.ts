import { databaseError } from "../../../common/sqlite/database-error.ts";
import type { Reason } from "../../../records/imports/batches/attempt-result.ts";
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
}

export function createConnectionWrites(
  { db, store, lines, lease, changes, now, random }: SenderContext,
  connectionId: number,
): ConnectionWrites {
  function transaction<T>(change: () => T): T {
    try {
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

  return {
    transaction,
    apply,
    keepLine,
    postpone({ id, importId }, { reason, trouble }) {
      transaction(() => {
        if (!lease.isHeld()) return;
        const { nextTry } = keepLine((line) => afterTrouble(line, trouble, now(), random));
        apply(id, { kind: "postpone", reason, nextTry });
      });
      changes.tell(importId);
    },
  };
}
