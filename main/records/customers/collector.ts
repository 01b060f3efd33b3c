import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { batchIdsOf } from "../imports/batches/batch-ids.ts";
import type { Vault } from "../vault/vault.ts";
import { type EntryWords, sortEntries } from "./entries.ts";
import { BATCH_BITS, createAccountKey, customerHashKey, MAX_BATCH_ID } from "./keys.ts";
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

export function createCustomerCollector(
  db: Database,
  vault: Vault,
  accountId: string,
  fields: readonly FieldName[],
): CustomerCollector {
  const hashesOf = createValueHashes(customerHashKey(vault), fields);
  const toKey = createAccountKey(vault, accountId);
  const full: EntryWords[] = [];
  let words: EntryWords = new Uint32Array(START_ENTRIES * 2);
  let used = 0;
  let batch = 0;

  function put(high: number, nibble: number): void {
    if (used === words.length) makeRoom();
    words[used] = (nibble << BATCH_BITS) | batch;
    words[used + 1] = high;
    used += 2;
  }

  function makeRoom(): void {
    if (words.length >= MAX_ENTRIES * 2) {
      full.push(words);
      words = new Uint32Array(START_ENTRIES * 2);
      used = 0;
      return;
    }
    const larger = new Uint32Array(words.length * 2);
    larger.set(words);
    words = larger;
  }

  return {
    add(values, position) {
      batch = position;
      hashesOf(values, (high, low) => toKey(high, low, put));
    },
    addHashes(hashes, position) {
      batch = position;
      for (let at = 0; at < hashes.length; at += 2) {
        toKey(hashes[at] as number, hashes[at + 1] as number, put);
      }
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

/** Ids of an import's batches by position. */
function batchIds(db: Database, importId: number): Uint32Array {
  return Uint32Array.from([0, ...batchIdsOf(db, importId)]);
}

/** Positions become ids. Batches beyond 28 bits (in years, if ever) are not found by customer. */
function withBatchIds(words: EntryWords, ids: Uint32Array): EntryWords {
  const named = new Uint32Array(words.length);
  let used = 0;
  for (let at = 0; at < words.length; at += 2) {
    const low = words[at] as number;
    const id = ids[low & MAX_BATCH_ID] ?? 0;
    if (id === 0 || id > MAX_BATCH_ID) continue;
    named[used] = (low & ~MAX_BATCH_ID) | id;
    named[used + 1] = words[at + 1] as number;
    used += 2;
  }
  return named.subarray(0, used);
}
