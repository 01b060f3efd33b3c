import { createValueHash } from "../../../records/customers/keys.ts";
import type { BatchPayload } from "../../../records/imports/batches/payload.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { createKeyIdentities } from "../../batches/row-identity.ts";

/** Bits of a hash's low word that fit beside its high one in a number. */
const LOW_BITS = 21;

/** Customers whom an import has reached, by code and card number, as hashes of 53 bits. */
export interface Reached {
  /** Gives the rows of customers who were not reached; without a key none was. */
  others(payload: BatchPayload, take: (values: readonly string[]) => void): void;
  /**
   * Names nobody from then on whom these rows of one import hold more than once: which of the rows
   * stands at the platform now would depend on those left out.
   */
  passOver(payloads: Iterable<BatchPayload>): void;
  /** Rows of which nobody knows whether they are there: nothing is known of their customers. */
  addNow(payload: BatchPayload): void;
  /** Counts from `settle` on: rows of one import do not stand in each other's way. */
  add(payload: BatchPayload): void;
  settle(): void;
}

export function createReached(vault: Vault): Reached {
  const hash = createValueHash(vault);
  const reached = new Set<number>();
  let waiting: number[] = [];

  function numberOf(key: string): number {
    hash(key);
    const [high = 0, low = 0] = hash.out;
    return high * 2 ** LOW_BITS + (low >>> (32 - LOW_BITS));
  }

  return {
    others({ fields, rows }, take) {
      const keysOf = createKeyIdentities(fields);
      for (const { values } of rows) {
        const isReached =
          reached.size > 0 && keysOf(values).some((key) => reached.has(numberOf(key)));
        if (!isReached) take(values);
      }
    },
    add({ fields, rows }) {
      const keysOf = createKeyIdentities(fields);
      for (const { values } of rows) for (const key of keysOf(values)) waiting.push(numberOf(key));
    },
    addNow({ fields, rows }) {
      const keysOf = createKeyIdentities(fields);
      for (const { values } of rows) for (const key of keysOf(values)) reached.add(numberOf(key));
    },
    passOver(payloads) {
      const seen = new Set<number>();
      for (const { fields, rows } of payloads) {
        const keysOf = createKeyIdentities(fields);
        for (const { values } of rows) {
          for (const key of new Set(keysOf(values).map(numberOf))) {
            if (seen.has(key)) reached.add(key);
            else seen.add(key);
          }
        }
      }
    },
    settle() {
      for (const each of waiting) reached.add(each);
      waiting = [];
    },
  };
}
