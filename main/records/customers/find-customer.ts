import type { Database } from "../../common/sqlite/database.ts";
import { readConnection, toConnection } from "../connections/records.ts";
import { type Server, serverOf, UNKNOWN_ADDRESS } from "../connections/server.ts";
import { type Identity, sameCustomer } from "../identity/same-customer.ts";
import { createPayloadCache, type OpenBatch } from "../imports/arrivals/payload-cache.ts";
import { knownServers } from "../imports/past/known-servers.ts";
import type { Vault } from "../vault/vault.ts";
import { normalKey } from "./keys.ts";
import { createServerIndex } from "./server-index.ts";

/** Whom a person looks for: an exact code, card number or e-mail. */
export interface CustomerQuery {
  readonly customer: string;
  /** Only at this connection's server. */
  readonly connectionId?: number;
}

export interface FoundCustomer {
  /** Batches that may hold the customer, newest first. */
  readonly batchIds: readonly number[];
  /** The places of the customer's rows in an opened batch. */
  places(batch: OpenBatch): readonly number[];
}

/** Batches looked into for the customer's other keys, and keys followed. */
const LOOKED_INTO = 10;
const MAX_IDENTITIES = 20;

/**
 * The servers that imports went to, or the one asked for; of an account's imports whose address is
 * not known, one of their own. @throws AppError "not-found"
 */
export function serversOf(db: Database, { connectionId }: CustomerQuery): readonly Server[] {
  if (connectionId === undefined) return knownServers(db);
  const server = serverOf(toConnection(readConnection(db, connectionId)));
  return [server, { ...server, address: UNKNOWN_ADDRESS }];
}

/** Batches by one value; a few of thousands may not hold the customer after all. */
export function batchesWith(
  db: Database,
  vault: Vault,
  server: Server,
  values: readonly string[],
): readonly number[] {
  return [...new Set([...createServerIndex(db, vault, server).findOwn(values).values()].flat())];
}

/**
 * Finds a customer at a server: by the value, and by the codes and card numbers that stand
 * beside it in the newest rows.
 */
export function findCustomer(
  db: Database,
  vault: Vault,
  server: Server,
  customer: string,
  open: ReturnType<typeof createPayloadCache> = createPayloadCache(db, vault),
): FoundCustomer {
  const wanted = normalKey(customer);
  const direct = newest(batchesWith(db, vault, server, [customer]));
  const identities = new Map<string, Identity>();
  for (const id of direct.slice(0, LOOKED_INTO)) {
    const batch = open(id);
    for (const place of batch === null ? [] : directPlaces(batch, wanted)) {
      const identity = batch?.identities[place];
      if (identity === undefined || identities.size >= MAX_IDENTITIES) continue;
      identities.set(`${identity.code}\u001f${identity.card}`, identity);
    }
  }
  const others = [...identities.values()].flatMap(({ code, card }) => [code, card]);
  const all = others.length === 0 ? [] : batchesWith(db, vault, server, others);
  const isKnown = identityMatcher([...identities.values()]);
  return {
    batchIds: newest([...new Set([...direct, ...all])]),
    places(batch) {
      const found = new Set(directPlaces(batch, wanted));
      for (const [place, other] of batch.identities.entries()) {
        if (isKnown(other)) found.add(place);
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

/** Whether a row is one of these customers'; asked for every row of a batch. */
function identityMatcher(known: readonly Identity[]): (row: Identity) => boolean {
  const byCode = Map.groupBy(known, ({ code }) => code);
  const byCard = Map.groupBy(known, ({ card }) => card);
  return (row) => {
    const isSame = (each: Identity) => sameCustomer(each, row) === "yes";
    return (
      (row.code !== "" && byCode.get(row.code)?.some(isSame) === true) ||
      (row.card !== "" && byCard.get(row.card)?.some(isSame) === true)
    );
  };
}

function newest(ids: readonly number[]): readonly number[] {
  return [...ids].sort((a, b) => b - a);
}

function directPlaces({ fields, rows }: OpenBatch, wanted: string): readonly number[] {
  const places = ["code", "card_number", "email"].flatMap((field) => {
    const place = (fields as readonly string[]).indexOf(field);
    return place < 0 ? [] : [place];
  });
  // No letter is shorter in lower case: most values need not be folded to be told apart.
  const isWanted = (value: string) => {
    const trimmed = value.trim();
    return trimmed.length <= wanted.length && normalKey(trimmed) === wanted;
  };
  return rows.flatMap(({ values }, at) =>
    places.some((place) => isWanted(values[place] ?? "")) ? [at] : [],
  );
}
