import type { Database } from "../../common/sqlite/database.ts";
import type { Server } from "../connections/server.ts";
import type { Identity } from "../identity/same-customer.ts";
import type { Vault } from "../vault/vault.ts";
import { normalKey } from "./keys.ts";
import { createServerIndex } from "./server-index.ts";

/** Which batches may hold customers, by their codes and card numbers. */
export interface Related {
  /** Looks many up at once, in one walk through the index. */
  lookUp(identities: Iterable<Identity>): void;
  /** The batches that may hold this one; looked up where it was not yet. */
  batchesOf(identity: Identity): readonly number[];
  /** The batches that may hold any of those looked up. */
  all(): readonly number[];
}

export function createRelated(db: Database, vault: Vault, server: Server): Related {
  const index = createServerIndex(db, vault, server);
  const found = new Map<string, readonly number[]>();

  function lookUp(identities: Iterable<Identity>): void {
    const values = new Set<string>();
    for (const identity of identities) {
      for (const value of valuesOf(identity)) if (!found.has(value)) values.add(value);
    }
    if (values.size === 0) return;
    for (const [value, batches] of index.find(values)) found.set(value, batches);
  }

  return {
    lookUp,
    batchesOf(identity) {
      lookUp([identity]);
      return [...new Set(valuesOf(identity).flatMap((value) => found.get(value) ?? []))];
    },
    all() {
      const ids = new Set<number>();
      for (const batches of found.values()) for (const id of batches) ids.add(id);
      return [...ids];
    },
  };
}

function valuesOf({ code, card }: Identity): readonly string[] {
  const [one, other] = [normalKey(code), normalKey(card)];
  if (one === other || other === "") return one === "" ? [] : [one];
  return one === "" ? [other] : [one, other];
}
