import type { Database } from "../../common/sqlite/database.ts";
import type { Server } from "../connections/server.ts";
import type { Identity } from "../identity/same-customer.ts";
import type { createPayloadCache, OpenBatch } from "../imports/arrivals/payload-cache.ts";
import type { Vault } from "../vault/vault.ts";
import { normalKey } from "./keys.ts";
import { createServerIndex } from "./server-index.ts";

/** Rounds of looking up what was found beside the keys looked up before, all at once. */
const ROUNDS = 2;

/** Which batches may hold a customer with this code or card number. */
export type Related = (identity: Identity) => readonly number[];

/**
 * Looks the keys of many rows up in one walk through the index, then the keys that stand beside
 * them in other batches; what is asked for beyond that is looked up one by one.
 */
export function createRelated(
  db: Database,
  vault: Vault,
  about: {
    readonly server: Server;
    readonly batchIds: readonly number[];
    readonly open: ReturnType<typeof createPayloadCache>;
  },
): Related {
  const { server, batchIds, open } = about;
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

  let seen = new Set<number>();
  let next: readonly number[] = batchIds;
  let wanted = (_batch: OpenBatch): readonly Identity[] => _batch.identities;
  for (let round = 0; round < ROUNDS && next.length > 0; round += 1) {
    const identities: Identity[] = [];
    for (const id of next) {
      const batch = open(id);
      if (batch !== null) for (const each of wanted(batch)) identities.push(each);
    }
    lookUp(identities);
    seen = new Set([...seen, ...next]);
    next = [...new Set([...found.values()].flat())].filter((id) => !seen.has(id));
    // Of other batches only rows of the same customers are followed.
    wanted = (batch) =>
      batch.identities.filter((each) => valuesOf(each).some((value) => found.has(value)));
  }

  return (identity) => {
    lookUp([identity]);
    return [...new Set(valuesOf(identity).flatMap((value) => found.get(value) ?? []))];
  };
}

function valuesOf({ code, card }: Identity): readonly string[] {
  return [...new Set([normalKey(code), normalKey(card)])].filter((value) => value !== "");
}
