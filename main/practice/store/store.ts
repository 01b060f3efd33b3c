import type { Database } from "../../common/sqlite/database.ts";
import { type AppliedLog, createAppliedLog } from "./applied.ts";
import { type BalanceStore, createBalanceStore } from "./balances.ts";
import { type CampaignStore, createCampaignStore } from "./campaigns.ts";
import { type CustomerStore, createCustomerStore } from "./customers.ts";
import { createUndoStore, type UndoStore } from "./undo.ts";

/** Everything the practice account holds. */
export interface PracticeStore {
  readonly campaigns: CampaignStore;
  readonly customers: CustomerStore;
  readonly balances: BalanceStore;
  readonly undo: UndoStore;
  readonly applied: AppliedLog;
  /** All or nothing, and alone among all processes that serve the same file. */
  transaction<T>(work: () => T): T;
  /** Everything that the work reads is of one moment. */
  read<T>(work: () => T): T;
}

export function createPracticeStore(
  db: Database,
  options: { readonly record: boolean },
): PracticeStore {
  const customers = createCustomerStore(db);
  const balances = createBalanceStore(db);
  return {
    campaigns: createCampaignStore(db),
    customers,
    balances,
    undo: createUndoStore(db, customers, balances),
    applied: createAppliedLog(db, options.record),
    transaction: (work) => db.transaction(work).immediate(),
    read: (work) => db.transaction(work).deferred(),
  };
}
