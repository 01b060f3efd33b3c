import { databaseError } from "../../../../common/sqlite/database-error.ts";
import { reasonOf } from "../../../../records/imports/batches/attempt-result.ts";
import type { Candidate } from "../../../../records/imports/queue/outbox.ts";
import type { SenderContext } from "../sender-context.ts";

/** Writes down, once for each, why batches do not go: a person has to decide about another before. */
export function createHoldBack(
  context: SenderContext,
  connectionId: number,
): (held: readonly Candidate[]) => void {
  const { db, store, lease, now, heldBack, changes } = context;

  function write(held: readonly Candidate[]): void {
    const reason = reasonOf("reason-behind-uncertain");
    for (const { id } of held) store.apply(id, { kind: "held-back", reason }, { now: now() });
  }

  return (held) => {
    const known = heldBack.get(connectionId);
    const added = held.filter(({ id }) => known?.has(id) !== true);
    if (added.length > 0) {
      if (!lease.isHeld()) return;
      try {
        db.transaction(() => write(added)).immediate();
      } catch (error) {
        throw databaseError(error);
      }
    }
    heldBack.set(connectionId, new Set(held.map(({ id }) => id)));
    for (const importId of new Set(added.map((each) => each.importId))) changes.tell(importId);
  };
}
