import { openPracticeDatabase } from "./store/open.ts";
import { createPracticeStore } from "./store/store.ts";
import { type PracticeCustomer, withBalances } from "./with-balances.ts";

export interface CustomersPage {
  readonly items: readonly PracticeCustomer[];
  readonly total: number;
}

/**
 * Some stored customers of a practice account, in the order they came; also while servers use it.
 * @throws AppError database-*
 */
export function readPracticePage(
  databasePath: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): CustomersPage {
  const db = openPracticeDatabase(databasePath);
  try {
    const store = createPracticeStore(db, { record: false });
    return store.read(() => ({
      total: store.customers.count(),
      items: store.customers.page(offset, limit).map((each) => withBalances(store, each)),
    }));
  } finally {
    db.close();
  }
}

/**
 * Takes every customer out of a practice account, with what was kept to undo imports by. Its
 * campaigns stay.
 * @returns how many customers went
 * @throws AppError database-*
 */
export function emptyPracticeAccount(databasePath: string): number {
  const db = openPracticeDatabase(databasePath);
  try {
    const store = createPracticeStore(db, { record: false });
    return store.transaction(() => {
      store.undo.forgetAll();
      return store.customers.removeAll();
    });
  } finally {
    db.close();
  }
}
