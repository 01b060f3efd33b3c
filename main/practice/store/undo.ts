import { AppError } from "../../common/errors.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { BalanceStore, StoredBalance } from "./balances.ts";
import type { CustomerStore, StoredCustomer } from "./customers.ts";

/** What an import left behind to be undone by; `at` is milliseconds since the epoch. */
export interface UndoState {
  readonly id: number;
  readonly at: number;
  readonly created: number;
  readonly updated: number;
}

export interface UndoResult {
  /** Customers that the import had created and that are gone now. */
  readonly removed: number;
  /** Customers that are again as they were before the import. */
  readonly restored: number;
}

/** Keeps customers as they were before an import, one undo state an import. */
interface UndoRecorder {
  created(customerId: number): void;
  /** Call it before the change. */
  changing(customer: StoredCustomer): void;
  finish(counts: { readonly created: number; readonly updated: number }): void;
}

export interface UndoStore {
  begin(): UndoRecorder;
  list(): readonly UndoState[];
  /** @throws AppError "not-found" for a state that is not there (any more). */
  undo(id: number): UndoResult;
  /** Nothing can be undone any more. */
  forgetAll(): void;
}

interface Snapshot {
  readonly customer: StoredCustomer;
  readonly balances: readonly StoredBalance[];
}

export function createUndoStore(
  db: Database,
  customers: CustomerStore,
  balances: BalanceStore,
): UndoStore {
  const insertState = db.prepare<[number]>(
    "INSERT INTO undo_states (at, created_count, updated_count) VALUES (?, 0, 0)",
  );
  const count = db.prepare<[number, number, number]>(
    "UPDATE undo_states SET created_count = ?, updated_count = ? WHERE id = ?",
  );
  // A customer that one import touches twice keeps what was before the first touch.
  const insertEntry = db.prepare<[number, number, string | null]>(
    "INSERT OR IGNORE INTO undo_entries (undo_id, customer_id, before) VALUES (?, ?, ?)",
  );
  const list = db.prepare<[], UndoState>(`
    SELECT id, at, created_count AS created, updated_count AS updated
    FROM undo_states ORDER BY id DESC`);
  const entries = db.prepare<[number], { customer_id: number; before: string | null }>(
    "SELECT customer_id, before FROM undo_entries WHERE undo_id = ? ORDER BY customer_id",
  );
  const removeAll = db.prepare("DELETE FROM undo_states");
  const removeState = db.prepare<[number]>("DELETE FROM undo_states WHERE id = ?");

  function begin(): UndoRecorder {
    const id = Number(insertState.run(Date.now()).lastInsertRowid);
    return {
      created: (customerId) => {
        insertEntry.run(id, customerId, null);
      },
      changing: (customer) => {
        const snapshot: Snapshot = { customer, balances: balances.of(customer.id) };
        insertEntry.run(id, customer.id, JSON.stringify(snapshot));
      },
      finish: ({ created, updated }) => {
        count.run(created, updated, id);
      },
    };
  }

  function undo(id: number): UndoResult {
    const found = entries.all(id);
    if (removeState.run(id).changes === 0)
      throw new AppError("not-found", { params: { what: "undo state" } });
    for (const { customer_id, before } of found) {
      if (before === null) customers.remove(customer_id);
      else restore(JSON.parse(before));
    }
    const removed = found.filter((entry) => entry.before === null).length;
    return { removed, restored: found.length - removed };
  }

  function restore(snapshot: Snapshot): void {
    customers.restore(snapshot.customer);
    balances.replace(snapshot.customer.id, snapshot.balances);
  }

  return {
    begin,
    list: () => list.all(),
    forgetAll: () => {
      removeAll.run();
    },
    undo: (id) => db.transaction(() => undo(id)).immediate(),
  };
}
