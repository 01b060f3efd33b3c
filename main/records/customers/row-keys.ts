import type { FieldName } from "../../../preload/fields.ts";
import type { Database } from "../../common/sqlite/database.ts";
import type { Vault } from "../vault/vault.ts";
import { sortEntries } from "./entries.ts";
import { accountMask, BATCH_BITS, customerHashKey, MAX_BATCH_ID } from "./keys.ts";
import { removeKeys } from "./remove.ts";
import { openRun, writeRun } from "./runs.ts";
import { createValueHashes } from "./value-hashes.ts";

interface Rows {
  readonly fields: readonly FieldName[];
  readonly rows: readonly { readonly values: readonly string[] }[];
}

/** The index keys (36 bits) by which the customers of some rows are found. */
export function keysOfRows(
  vault: Vault,
  accountId: string,
  { fields, rows }: Rows,
): ReadonlySet<number> {
  const hashesOf = createValueHashes(customerHashKey(vault), fields);
  const mask = accountMask(vault, accountId);
  const found = new Set<number>();
  const put = (high: number, low: number) =>
    found.add(((high ^ mask.high) >>> 0) * 16 + ((low ^ mask.low) >>> BATCH_BITS));
  for (const { values } of rows) hashesOf(values, put);
  return found;
}

/** Keys that a batch's rows have now and had before. */
export interface ChangedKeys {
  readonly batchId: number;
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
  /** The rows as they were may have arrived: they are found by what they had then, too. */
  readonly keepBefore: boolean;
}

/**
 * Brings the index to the rows that batches of an import have now; inside a transaction. Only a
 * key that none of them has any more is taken out: whoever looks one up reads the rows and sees.
 */
export function moveKeys(db: Database, importId: number, changes: readonly ChangedKeys[]): void {
  const words: number[] = [];
  for (const { batchId, before, after, keepBefore } of changes) {
    if (batchId > MAX_BATCH_ID) continue;
    for (const key of after) {
      if (before.has(key)) continue;
      words.push(((key % 16) << BATCH_BITS) | batchId, Math.floor(key / 16));
    }
    const gone = keepBefore
      ? []
      : [...before].filter((key) => !changes.some((each) => each.after.has(key)));
    if (gone.length > 0) removeKeys(db, new Set(gone), new Set([batchId]));
  }
  if (words.length === 0) return;
  const run = writeRun(db, sortEntries(Uint32Array.from(words)), { importId, level: 0 });
  openRun(db, run);
}
