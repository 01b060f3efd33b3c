import type { Database } from "../../common/sqlite/database.ts";

/**
 * Numbers attempts to send (and what undoes them elsewhere) in the order in which they happened,
 * whatever the clock says: it is set back now and then. To be called inside a transaction.
 */
export function createSendOrder(db: Database): () => number {
  const next = db.prepare("UPDATE send_order SET last = last + 1 RETURNING last").pluck();
  return () => next.get() as number;
}

/** The last number given. */
export function readSendOrder(db: Database): number {
  return db.prepare("SELECT last FROM send_order").pluck().get() as number;
}
