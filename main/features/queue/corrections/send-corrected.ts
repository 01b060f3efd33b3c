import type { Batch } from "../../../common/batch.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { createBatcher } from "../../../pipeline/batches/batcher.ts";
import { writeParts } from "../../../pipeline/delivery/write-parts.ts";
import { readConnection } from "../../../records/connections/records.ts";
import { parseSettings } from "../../../records/connections/settings.ts";
import { batchNumber } from "../../../records/imports/batches/batch-number.ts";
import type { AppliedEvent, BatchStore } from "../../../records/imports/batches/batch-store.ts";
import {
  type BatchCorrections,
  correctedValues,
  dropBatchCorrections,
  readBatchCorrections,
} from "../../../records/imports/corrections/correction-store.ts";
import { keepEarlier } from "../../../records/imports/corrections/keep-earlier.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { checkRows, countRows } from "./check-rows.ts";
import { type CorrectableBatch, openCorrectable } from "./correctable.ts";
import { leaveBehind } from "./leave-behind.ts";
import { rowRanges } from "./row-ranges.ts";

/**
 * Sends a rejected or set-aside batch again with its corrected rows; without any change as it is.
 * Rows keep their numbers, delimiter and size are found anew,
 * what was sent before stays with the batch. Inside a transaction.
 * @throws AppError of `openCorrectable`, corrected-rows-invalid
 */
export function sendCorrected(
  db: Database,
  vault: Vault,
  store: BatchStore,
  batchId: number,
  now: number,
): AppliedEvent {
  const batch = openCorrectable(db, vault, batchId);
  const corrections = readBatchCorrections(db, vault, batchId);
  const context = { now };
  const changed = placesChanged(batch, corrections);
  if (changed.length === 0 && corrections.leftOut.size === 0) {
    return store.apply(batchId, { kind: "resolve", as: "resend" }, context);
  }
  const { invalid } = countRows(checkRows(batch, corrections));
  if (invalid > 0) throw new AppError("corrected-rows-invalid", { params: { count: invalid } });
  const rowsAt = (places: readonly number[]) => places.map((at) => batch.rows[at]?.row ?? 0);
  const note = (cause: string, places: readonly number[]) => {
    if (places.length === 0) return;
    store.note(batchId, batch.state, { cause, detail: rowRanges(rowsAt(places)) }, now);
  };
  note("rows-corrected", changed);
  note("rows-left-out", [...corrections.leftOut]);
  dropBatchCorrections(db, batchId);
  if (corrections.leftOut.size === batch.rows.length) {
    return store.apply(batchId, { kind: "correct", left: "none" }, context);
  }
  const { attempts, sealedRows } = batch;
  keepEarlier(db, { batchId, attempts, sealedRows, now });
  const applied = store.apply(batchId, { kind: "correct", left: "some" }, context);
  const ids = writeParts(db, vault, batch, encode(db, batch, corrections));
  if (ids.length > 1) {
    const detail = `${batchNumber(db, batchId)}`;
    for (const id of ids.slice(1)) store.note(id, "queued", { cause: "split-off", detail }, now);
  }
  const left = batch.rows.flatMap(({ row, values }, at) =>
    corrections.leftOut.has(at) ? [[row, values] as const] : [],
  );
  leaveBehind(db, vault, batch.importId, left);
  return applied;
}

/** Rows that go with other values than before. */
function placesChanged(
  { rows }: CorrectableBatch,
  corrections: BatchCorrections,
): readonly number[] {
  return [...corrections.cells.keys()]
    .filter((at) => !corrections.leftOut.has(at) && (corrections.cells.get(at)?.size ?? 0) > 0)
    .filter((at) => at < rows.length)
    .sort((a, b) => a - b);
}

function encode(
  db: Database,
  batch: CorrectableBatch,
  corrections: BatchCorrections,
): readonly Batch[] {
  const { fields, options } = batch;
  const settings = parseSettings(readConnection(db, batch.connectionId).settings);
  const batcher = createBatcher({
    fields,
    limits: { rows: settings.batchRows, bytes: settings.batchBytes },
    generateCardNumbers: options.generateCardNumbers,
  });
  const parts: Batch[] = [];
  for (const [at, row] of batch.rows.entries()) {
    if (corrections.leftOut.has(at)) continue;
    const full = batcher.add({
      row: row.row,
      values: correctedValues(corrections, at, row.values),
    });
    if (full !== null) parts.push(full);
  }
  const last = batcher.end();
  return last === null ? parts : [...parts, last];
}
