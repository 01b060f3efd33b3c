import { giveBack } from "../../../../common/give-back.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { createRequestRows } from "../../../../records/imports/batches/request/request-rows.ts";
import { createSealedRowsReader } from "../../../../records/imports/batches/sealed-parts.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { OpenedRows } from "../batch-body.ts";
import { areApart, type BatchCustomers, customersOf, shareCustomer } from "./batch-customers.ts";

/** Batches whose customers are kept in memory: those on their way, those next, many undecided ones. */
const KEPT = 96;

/** Rows that cannot be read may be of any customer. */
const UNKNOWN: BatchCustomers = { keys: new Set(), by: "mixed" };

/** Compares the customers of batches by the rows as they are now: they may have been corrected. */
export interface CustomerWatch {
  /** Looks at a batch that will be asked about, while there is time. */
  know(opened: OpenedRows): void;
  /** Whether no customer of a batch can stand in one of these as well. */
  isApart(batchId: number, others: readonly number[]): boolean;
  /** Whether a customer of a batch stands in one of these for certain. */
  shares(batchId: number, others: readonly number[]): boolean;
}

export function createCustomerWatch(db: Database, vault: Vault): CustomerWatch {
  const requests = createRequestRows(db);
  const sealedOf = createSealedRowsReader(db);
  const apart = new WeakMap<BatchCustomers, WeakMap<BatchCustomers, boolean>>();
  const kept = new Map<number, { readonly version: string; readonly customers: BatchCustomers }>();

  /** Asked for again and again, of batches that are long the same. */
  function compare(one: BatchCustomers, other: BatchCustomers): boolean {
    const known = apart.get(one)?.get(other);
    if (known !== undefined) return known;
    const found = areApart(one, other);
    apart.set(one, (apart.get(one) ?? new WeakMap<BatchCustomers, boolean>()).set(other, found));
    return found;
  }

  function read(batchId: number): BatchCustomers {
    try {
      const sealed = sealedOf(batchId);
      if (sealed === undefined) return UNKNOWN;
      const json = vault.openPacked(sealed);
      const customers = customersOf(json);
      giveBack(sealed);
      giveBack(json);
      return customers;
    } catch (error) {
      // Its own request tells that they cannot be read.
      if (error instanceof Error) return UNKNOWN;
      throw error;
    }
  }

  function keep(batchId: number, version: string, customers: BatchCustomers): void {
    kept.delete(batchId);
    kept.set(batchId, { version, customers });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  }

  function of(batchId: number): BatchCustomers {
    const version = requests.version(batchId);
    const known = kept.get(batchId);
    const customers = known?.version === version ? known.customers : read(batchId);
    keep(batchId, version, customers);
    return customers;
  }

  return {
    know: ({ batchId, version, json }) => keep(batchId, version, customersOf(json)),
    isApart(batchId, others) {
      if (others.length === 0) return true;
      const one = of(batchId);
      return others.every((other) => compare(one, of(other)));
    },
    shares(batchId, others) {
      if (others.length === 0) return false;
      const one = of(batchId);
      return others.some((other) => shareCustomer(one, of(other)));
    },
  };
}
