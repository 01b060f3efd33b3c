import type { Database } from "../../../common/sqlite/database.ts";
import { loadPhonesFor } from "../../../pipeline/validation/phones.ts";
import {
  type BatchCorrections,
  readBatchCorrections,
} from "../../../records/imports/corrections/correction-store.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { type CorrectionRow, checkRowsInTurns } from "./check-rows.ts";
import { type CorrectableBatch, createCorrectableReader } from "./correctable.ts";
import { repeatsElsewhere } from "./repeats-elsewhere.ts";

/** A batch with what a person has changed in it. */
interface OpenBatch {
  readonly batch: CorrectableBatch;
  readonly corrections: BatchCorrections;
}

interface CheckedBatch extends OpenBatch {
  readonly rows: readonly CorrectionRow[];
}

/** Batches under correction; the one that was read last is not read and checked again in vain. */
export interface CheckedBatches {
  /** @throws AppError of `openCorrectable` */
  read(batchId: number): OpenBatch;
  /** Its rows checked, with turns of the event loop in between. @throws AppError of `openCorrectable` */
  check(batchId: number): Promise<CheckedBatch>;
}

export function createCheckedBatches(db: Database, vault: Vault): CheckedBatches {
  const openBatch = createCorrectableReader(db, vault);
  const ownChanges = db.prepare("SELECT total_changes()").pluck();
  let last: { readonly stamp: string; readonly checked: Promise<CheckedBatch> } | null = null;

  function read(batchId: number): OpenBatch {
    return { batch: openBatch(batchId), corrections: readBatchCorrections(db, vault, batchId) };
  }

  async function checkNow(batchId: number): Promise<CheckedBatch> {
    const { batch, corrections } = read(batchId);
    await loadPhonesFor(batch.mapping, batch.phoneCountry);
    const elsewhere = await repeatsElsewhere(db, vault, batch, corrections);
    return { batch, corrections, rows: await checkRowsInTurns(batch, corrections, elsewhere) };
  }

  /** A mark that stays the same as long as nothing has been written, here or by another process. */
  function stampOf(batchId: number): string {
    const others = db.pragma("data_version", { simple: true });
    return `${batchId} ${ownChanges.get()} ${others}`;
  }

  return {
    read,
    check(batchId) {
      const stamp = stampOf(batchId);
      if (last?.stamp !== stamp) last = { stamp, checked: checkNow(batchId) };
      return last.checked;
    },
  };
}
