import { toAppError } from "../../../common/errors.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import type { ResolvedConnection } from "../../../records/connections/resolved.ts";
import type { SenderContext } from "./sender-context.ts";

/**
 * Does what can be done for the next requests while others are on their way. Never throws: the
 * outcome of those must be written down.
 */
export function prepareNext(
  { outbox, bodies, customers, onTrouble }: SenderContext,
  connectionId: number,
  about: { readonly connection: ResolvedConnection; readonly onTheirWay: number },
): void {
  try {
    const { connection, onTheirWay } = about;
    const parallel = connection.settings.parallel ?? 1;
    const front = outbox.front(connectionId, onTheirWay + 1 + parallel);
    const waiting = front.filter(({ state }) => state !== "sending").map(({ id }) => id);
    const ids = waiting.slice(0, parallel);
    const opened = bodies.prepare(ids, connection);
    if (parallel > 1) customers.know(ids, opened);
  } catch (error) {
    const { code, detail } = toAppError(databaseError(error));
    onTrouble(code, detail ?? "next body not prepared");
  }
}
