import type { Batch } from "../../common/batch.ts";
import type { Database } from "../../common/sqlite/database.ts";
import { keysOfRows, moveKeys } from "../../records/customers/row-keys.ts";
import { createArrivalsReader } from "../../records/imports/arrivals/arrivals.ts";
import {
  type PartsPlace,
  writeCorrectedParts,
} from "../../records/imports/corrections/corrected-parts.ts";
import { sealBatch } from "../../records/imports/creating/batch-writer.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** A batch whose rows are written anew, with those that it has. */
export interface WrittenBatch extends PartsPlace, Pick<Batch, "fields" | "rows"> {
  /** The account by which its customers stand in the index. */
  readonly indexedAs: string;
}

/**
 * Writes a batch's rows anew, corrected or divided, in the place of the former ones. Where they fit
 * into one request no more, the rest becomes batches of its own right behind it. Inside a transaction.
 * @returns the ids of the batches, the first one the batch's own
 */
export function writeParts(
  db: Database,
  vault: Vault,
  batch: WrittenBatch,
  parts: readonly Batch[],
): readonly number[] {
  const sealed = parts.map((part) => sealBatch(vault, part));
  const ids = writeCorrectedParts(db, batch, sealed);
  const keysOf = (rows: Pick<Batch, "fields" | "rows">) => keysOfRows(vault, batch.indexedAs, rows);
  const before = keysOf(batch);
  const none: ReadonlySet<number> = new Set();
  const keepBefore = createArrivalsReader(db)(batch.id).length > 0;
  moveKeys(
    db,
    batch.importId,
    parts.map((part, index) => ({
      batchId: ids[index] ?? batch.id,
      before: index === 0 ? before : none,
      after: keysOf(part),
      keepBefore,
    })),
  );
  return ids;
}
