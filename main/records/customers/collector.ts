import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { batchIdsOf } from "../imports/batches/batch-ids.ts";
import type { Vault } from "../vault/vault.ts";
import { type EntryWords, sortEntries } from "./entries.ts";
import { accountMask, customerHashKey, FOUND_BY, MAX_BATCH_ID } from "./keys.ts";
import { writeRun } from "./runs.ts";
import { createValueHashes } from "./value-hashes.ts";

const START_ENTRIES = 1024;
/** Entries kept in memory before they become a run of their own: 32 MiB. */
const MAX_ENTRIES = 4 * 1024 * 1024;

/** Gathers by which keys an import's customers can be found, some 8 bytes a key. */
export interface CustomerCollector {
  /** @param position the row's batch in its import, from 1 */
  add(values: readonly string[], position: number): void;
  /** The same for a whole batch: `hashes` as `createValueHashes` wrote them, high word first. */
  addHashes(hashes: Uint32Array, position: number): void;
  /** After the last batch was written; in small transactions of its own. */
  write(importId: number): void;
}

/** @param expectedRows as many or more: only saves time */
export function createCustomerCollector(
  db: Database,
  vault: Vault,
  accountId: string,
  fields: readonly FieldName[],
  expectedRows = 0,
): CustomerCollector {
  const hashesOf = createValueHashes(customerHashKey(vault), fields);
  const mask = accountMask(vault, accountId);
  const expected = expectedRows * fields.filter((field) => FOUND_BY.includes(field)).length;
  const full: EntryWords[] = [];
  let words = room(expected);
  let used = 0;
  let batch = 0;

  function put(high: number, low: number): void {
    if (used === words.length) makeRoom(1);
    words[used] = ((low ^ mask.low) & ~MAX_BATCH_ID) | batch;
    words[used + 1] = high ^ mask.high;
    used += 2;
  }

  function makeRoom(entries: number): void {
    if (words.length + entries * 2 > MAX_ENTRIES * 2) {
      full.push(words.subarray(0, used));
      words = room(entries);
      used = 0;
      return;
    }
    const larger = room(Math.max(words.length, entries * 2));
    larger.set(words);
    words = larger;
  }

  return {
    add(values, position) {
      batch = position;
      hashesOf(values, put);
    },
    addHashes(hashes, position) {
      const { length } = hashes;
      if (used + length > words.length) makeRoom(length / 2);
      const to = words;
      const { high, low } = mask;
      for (let at = 0; at < length; at += 2) {
        to[used + at] = (((hashes[at + 1] as number) ^ low) & ~MAX_BATCH_ID) | position;
        to[used + at + 1] = (hashes[at] as number) ^ high;
      }
      used += length;
    },
    write(importId) {
      const ids = batchIds(db, importId);
      for (const part of [...full, words.subarray(0, used)]) {
        const named = withBatchIds(part, ids);
        if (named.length > 0) writeRun(db, sortEntries(named), { importId, level: 0 });
      }
    },
  };
}

function room(entries: number): EntryWords {
  return new Uint32Array(Math.max(START_ENTRIES, Math.min(entries, MAX_ENTRIES)) * 2);
}

/** Ids of an import's batches by position. */
function batchIds(db: Database, importId: number): Uint32Array {
  return Uint32Array.from([0, ...batchIdsOf(db, importId)]);
}

/**
 * Positions become ids, in place. Batches beyond 28 bits (in years, if ever) are not found by customer.
 */
function withBatchIds(words: EntryWords, ids: Uint32Array): EntryWords {
  let used = 0;
  for (let at = 0; at < words.length; at += 2) {
    const low = words[at] as number;
    const id = ids[low & MAX_BATCH_ID] ?? 0;
    if (id === 0 || id > MAX_BATCH_ID) continue;
    words[used] = (low & ~MAX_BATCH_ID) | id;
    words[used + 1] = words[at + 1] as number;
    used += 2;
  }
  return words.subarray(0, used);
}
