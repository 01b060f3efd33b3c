import type { Database } from "../../common/sqlite/database.ts";
import { column } from "../../common/sqlite/statement.ts";

/**
 * Numbers attempts to send (and what undoes them elsewhere) in the order in which they happened,
 * whatever the clock says: it is set back now and then. To be called inside a transaction.
 */
export function createSendOrder(db: Database): () => number {
  const next = column<[], number>(db, "UPDATE send_order SET last = last + 1 RETURNING last");
  return () => only(next.get());
}

/** The last number given. */
export function readSendOrder(db: Database): number {
  return only(column<[], number>(db, "SELECT last FROM send_order").get());
}

/** The table has one row, from the first schema on. */
function only(last: number | undefined): number {
  if (last === undefined) throw new Error("send_order has no row");
  return last;
}
