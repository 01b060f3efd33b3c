import { toAppError } from "../../../common/errors.ts";
import { giveBack } from "../../../common/give-back.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import type { Candidate } from "../../../records/imports/queue/outbox.ts";
import type { ConnectionWrites } from "./connection-writes.ts";
import type { Divider } from "./outcome/divide-batch.ts";
import type { SenderContext } from "./sender-context.ts";

interface Preparing {
  readonly divider: Divider;
  readonly transaction: ConnectionWrites["transaction"];
  /** Whether an answer is being dealt with; what goes next prepares again. */
  readonly isEnding: () => boolean;
}

/**
 * Does what can be done for the next requests while others are on their way: one after the other, so
 * that an answer in between is dealt with first. Never throws: the outcome of those must be written
 * down.
 */
export function createNextPreparer(
  { outbox, bodies, customers, aims, lease, changes, stopping, onTrouble }: SenderContext,
  connectionId: number,
  { divider, transaction, isEnding }: Preparing,
): (connection: ResolvedConnection, onTheirWay: () => number) => void {
  let isSoon = false;

  /** Takes as long as ten bodies, which the turn of a batch need not wait for. */
  function divideOne(next: readonly Candidate[], connection: ResolvedConnection): boolean {
    const first = next.find(({ id }) => divider.isTooLarge(id, connection));
    if (first === undefined) return false;
    const isOurs = () =>
      lease.isHeld() && aims.check(first.importId, connection.server).kind === "right";
    const isDivided = transaction(() => isOurs() && divider.fit(first.id, connection));
    if (isDivided) changes.tell(first.importId);
    return isDivided;
  }

  /** @returns whether something was done, so that there may be more */
  function prepareOne(connection: ResolvedConnection, onTheirWay: number): boolean {
    try {
      const parallel = connection.settings.parallel ?? 1;
      const front = outbox.front(connectionId, onTheirWay + 1 + parallel);
      const next = front.filter(({ state }) => state !== "sending").slice(0, parallel);
      if (divideOne(next, connection)) return true;
      const waiting = next.map(({ id }) => id);
      const opened = bodies.prepare(waiting, connection);
      if (opened === null) return false;
      if (parallel > 1) customers.know(opened);
      giveBack(opened.json);
      if (parallel > 1) {
        const before = front.map(({ id }) => id);
        customers.isApart(opened.batchId, before.slice(0, before.indexOf(opened.batchId)));
      }
      return true;
    } catch (error) {
      const { code, detail } = toAppError(databaseError(error));
      onTrouble(code, detail ?? "next body not prepared");
      return false;
    }
  }

  return function prepareSoon(connection, onTheirWay) {
    if (isSoon) return;
    isSoon = true;
    setImmediate(() => {
      isSoon = false;
      if (isEnding() || stopping.aborted) return;
      if (prepareOne(connection, onTheirWay())) prepareSoon(connection, onTheirWay);
    });
  };
}
