import type { Database } from "../../common/sqlite/database.ts";
import { maybeSameServer, type Server, serverKey } from "../connections/server.ts";
import { createServerOfBatch, formerAccounts } from "../imports/past/server-past.ts";
import type { Vault } from "../vault/vault.ts";
import { createKeyHash, normalKey } from "./keys.ts";
import { findBatches } from "./lookup.ts";

/** Finds the customers of one server in the index, which tells accounts apart, not addresses. */
export interface ServerIndex {
  /**
   * Batches that may hold a customer with one of these values, by value, ids ascending; those of
   * which it is not known where they went among them. The rows decide.
   */
  find(values: Iterable<string>): ReadonlyMap<string, readonly number[]>;
  /**
   * The same without batches whose server is not known. Asked of the unknown server, it answers only
   * those.
   */
  findOwn(values: Iterable<string>): ReadonlyMap<string, readonly number[]>;
}

export function createServerIndex(db: Database, vault: Vault, server: Server): ServerIndex {
  const hashes = indexAccounts(db, server.accountId).map((each) => createKeyHash(vault, each));
  const serverOfBatch = createServerReader(db);

  /** Index keys (36 bits) of a value; several where an account's ID was corrected. */
  function keysOf(value: string): readonly number[] {
    const normal = normalKey(value);
    if (normal === "") return [];
    return hashes.map((hash) => {
      let key = 0;
      hash(normal, (high, nibble) => {
        key = high * 16 + nibble;
      });
      return key;
    });
  }

  function find(values: Iterable<string>, isWanted: (other: Server) => boolean) {
    const keyed = [...new Set(values)].map((value) => [value, keysOf(value)] as const);
    const found = findBatches(
      db,
      keyed.flatMap(([, keys]) => keys),
    );
    // Many customers stand in the same batches.
    const known = new Map<number, boolean>();
    const wanted = (id: number) => {
      let is = known.get(id);
      if (is === undefined) {
        const other = serverOfBatch(id);
        is = other !== null && isWanted(other);
        known.set(id, is);
      }
      return is;
    };
    return new Map(
      keyed.map(([value, keys]) => {
        const [own = [], ...former] = keys.map((key) => found.get(key) ?? []);
        const ids = former.length === 0 ? own : inOrder([own, ...former]);
        return [value, ids.filter(wanted)];
      }),
    );
  }

  return {
    find: (values) => find(values, (other) => maybeSameServer(other, server)),
    findOwn: (values) => find(values, (other) => serverKey(other) === serverKey(server)),
  };
}

function inOrder(ids: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(ids.flat())].sort((a, b) => a - b);
}

function indexAccounts(db: Database, accountId: string): readonly string[] {
  return [...new Set([accountId, ...formerAccounts(db, accountId)])];
}

/** What a batch went to; null where it is gone. Asked for the same batches again and again. */
function createServerReader(db: Database): (batchId: number) => Server | null {
  const read = createServerOfBatch(db);
  const known = new Map<number, Server | null>();
  return (batchId) => {
    const kept = known.get(batchId);
    if (kept !== undefined) return kept;
    const found = read(batchId);
    known.set(batchId, found);
    return found;
  };
}
