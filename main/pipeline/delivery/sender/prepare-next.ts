import { toAppError } from "../../../common/errors.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import type { SenderContext } from "./sender-context.ts";

/**
 * Does what can be done for the next requests while others are on their way: one after the other, so
 * that an answer in between is dealt with first. Never throws: the outcome of those must be written
 * down.
 * @param isEnding whether an answer is being dealt with; what goes next prepares again
 */
export function createNextPreparer(
  { outbox, bodies, customers, stopping, onTrouble }: SenderContext,
  connectionId: number,
  isEnding: () => boolean,
): (connection: ResolvedConnection, onTheirWay: () => number) => void {
  let isSoon = false;

  /** @returns whether something was done, so that there may be more */
  function prepareOne(connection: ResolvedConnection, onTheirWay: number): boolean {
    try {
      const parallel = connection.settings.parallel ?? 1;
      const front = outbox.front(connectionId, onTheirWay + 1 + parallel);
      const waiting = front.filter(({ state }) => state !== "sending").map(({ id }) => id);
      const opened = bodies.prepare(waiting.slice(0, parallel), connection);
      if (opened !== null && parallel > 1) customers.know(opened);
      return opened !== null;
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
