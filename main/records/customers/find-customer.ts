import type { MappedRow } from "../../common/rows.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { readConnection, toConnection } from "../connections/records.ts";
import { type Server, serverOf, UNKNOWN_ADDRESS } from "../connections/server.ts";
import { type Identity, sameCustomer } from "../identity/same-customer.ts";
import type { createFormerReader } from "../imports/arrivals/payload-cache.ts";
import {
  type BatchRows,
  createRowsWithValues,
  type RowsWithValues,
  valuePattern,
} from "../imports/arrivals/rows-with-values.ts";
import { knownServers } from "../imports/past/known-servers.ts";
import type { Vault } from "../vault/vault.ts";
import { normalKey } from "./keys.ts";
import { createServerIndex, type ServerIndex } from "./server-index.ts";

/** Whom a person looks for: an exact code, card number or e-mail. */
export interface CustomerQuery {
  readonly customer: string;
  /** Only at this connection's server. */
  readonly connectionId?: number;
}

export interface FoundCustomer {
  /** Batches that may hold the customer, newest first. */
  readonly batchIds: readonly number[];
  /** The customer's rows in a batch, with its columns; null once they are purged. */
  rowsIn(batchId: number): Pick<BatchRows, "fields" | "rows"> | null;
  /** The customer's rows among others. */
  among(batch: BatchRows): readonly MappedRow[];
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
  return batchesIn(createServerIndex(db, vault, server), values);
}

function batchesIn(index: ServerIndex, values: readonly string[]): readonly number[] {
  return [...new Set([...index.findOwn(values).values()].flat())];
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
  read: RowsWithValues = createRowsWithValues(db, vault),
): FoundCustomer {
  const wanted = normalKey(customer);
  const pattern = valuePattern(wanted);
  const index = createServerIndex(db, vault, server);
  const direct = newest(batchesIn(index, [customer]));
  const identities = new Map<string, Identity>();
  for (const id of direct.slice(0, LOOKED_INTO)) {
    const batch = read(id, pattern);
    for (const place of batch === null ? [] : directPlaces(batch, wanted)) {
      const identity = batch?.identities[place];
      if (identity === undefined || identities.size >= MAX_IDENTITIES) continue;
      identities.set(`${identity.code}\u001f${identity.card}`, identity);
    }
  }
  const others = [...identities.values()].flatMap(({ code, card }) => [code, card]);
  const all = others.length === 0 ? [] : batchesIn(index, others);
  const isKnown = identityMatcher([...identities.values()]);
  const sought = valuePattern(wanted, others);
  function among(batch: BatchRows): readonly MappedRow[] {
    const found = new Set(directPlaces(batch, wanted));
    return batch.rows.filter((_, at) => {
      const identity = batch.identities[at];
      return found.has(at) || (identity !== undefined && isKnown(identity));
    });
  }
  return {
    batchIds: newest([...new Set([...direct, ...all])]),
    among,
    rowsIn(batchId) {
      const batch = read(batchId, sought);
      return batch === null ? null : { fields: batch.fields, rows: among(batch) };
    },
  };
}

/** Whether a batch has rows of the customer, or had some before it was corrected. */
export function holdsCustomer(
  { rowsIn, among }: FoundCustomer,
  batchId: number,
  openFormer: ReturnType<typeof createFormerReader>,
): boolean {
  const batch = rowsIn(batchId);
  if (batch === null) return false;
  return batch.rows.length > 0 || openFormer(batchId).some((each) => among(each).length > 0);
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

function directPlaces({ fields, rows }: BatchRows, wanted: string): readonly number[] {
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
