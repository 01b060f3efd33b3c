import type { FieldName } from "../../../../preload/fields.ts";
import { SECRET_FIELDS } from "../../../../preload/fields.ts";
import type {
  CorrectedRows,
  ReviewCounts,
  RowFilter,
  StagedRow,
} from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { databaseError } from "../../../common/sqlite/database-error.ts";
import { createRowMask } from "../../../pipeline/batches/mask.ts";
import { cleanCorrected } from "../../../pipeline/mapping/apply.ts";
import { toProblem } from "../../../pipeline/validation/messages.ts";
import { createPhoneWriter, loadPhonesFor } from "../../../pipeline/validation/phones.ts";
import {
  type BatchCorrections,
  correctedValues,
  withCell,
  withPlaces,
  writeBatchCorrections,
} from "../../../records/imports/corrections/correction-store.ts";
import type { UndoLog } from "../../../records/undo-log/log.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import { type CorrectionRow, countRows, matches } from "./check-rows.ts";
import { createCheckedBatches } from "./checked-batch.ts";
import { createCampaignChoice } from "./choose-campaigns.ts";
import { type CorrectableBatch, placeOfField } from "./correctable.ts";
import { createCorrectionUndo } from "./correction-undo.ts";

/**
 * Correcting the rows of a rejected or set-aside batch. What a person changes is kept apart from
 * the rows until the batch is sent again, and can be taken back until then. `Queue.resolve`
 * sends it. A batch of ten thousand rows never holds the event loop for long.
 */
export interface Correcting {
  /** @throws AppError not-found | batch-not-correctable | batch-without-connection */
  rows(query: {
    readonly batchId: number;
    readonly filter: RowFilter;
    readonly offset: number;
    readonly limit: number;
  }): Promise<CorrectedRows>;
  /** Cleaned and dated like a cell of the review; the value that was sent takes the correction back. */
  correctCell(correction: {
    readonly batchId: number;
    readonly index: number;
    readonly field: FieldName;
    readonly value: string;
  }): Promise<{ readonly row: StagedRow; readonly counts: ReviewCounts }>;
  /**
   * Other campaigns for a rejected batch and what of its import has not gone out either.
   * @throws AppError not-found | batch-not-correctable | batch-without-connection
   */
  chooseCampaigns(batchId: number, campaigns: readonly string[]): void;
  leaveOut(which: {
    readonly batchId: number;
    readonly indexes: readonly number[];
    readonly leftOut: boolean;
  }): Promise<ReviewCounts>;
}

/** @param undoLog keeps what a person changed here, to be taken back until the batch is sent */
export function createCorrecting(db: Database, vault: Vault, undoLog?: UndoLog): Correcting {
  const batches = createCheckedBatches(db, vault);
  const undo = createCorrectionUndo(db, vault, undoLog);

  function transaction<T>(change: () => T): T {
    try {
      return db.transaction(change).immediate();
    } catch (error) {
      throw databaseError(error);
    }
  }

  return {
    chooseCampaigns: createCampaignChoice(db, undoLog),
    async rows({ batchId, filter, offset, limit }) {
      const { batch, corrections, rows } = await batches.check(batchId);
      const shown = rows.filter((row) => matches(row, filter));
      return {
        fields: batch.fields,
        rows: shown
          .slice(offset, offset + limit)
          .map((row) => toCorrectedRow(batch, corrections, row)),
        total: shown.length,
        counts: countRows(rows),
      };
    },
    async correctCell({ batchId, index, field, value }) {
      const { mapping, phoneCountry } = batches.read(batchId).batch;
      await loadPhonesFor(mapping, phoneCountry);
      transaction(() => {
        const { batch, corrections } = batches.read(batchId);
        const at = placeOfField(batch, field);
        const entry = batch.mapping.find((each) => each.field === field);
        const row = batch.rows[index];
        if (row === undefined) throw new AppError("not-found", { params: { what: "row" } });
        if (entry === undefined || SECRET_FIELDS.has(field)) throw new AppError("bad-input");
        const typed = correctedValues(corrections, index, row.values).with(
          at,
          cleanCorrected(entry, value),
        );
        const clean = createPhoneWriter(batch.mapping, batch.phoneCountry)(typed)[at] ?? "";
        const cell = { place: index, field: at };
        const before = corrections.cells.get(index)?.get(at) ?? null;
        const after = clean === row.values[at] ? null : clean;
        if (before === after) return;
        writeBatchCorrections(db, vault, batchId, withCell(corrections, cell, after));
        undo.corrected(batch, { ...cell, row: row.row, before, after });
      });
      const { batch, corrections, rows } = await batches.check(batchId);
      const checked = rows[index];
      if (checked === undefined) throw new AppError("not-found", { params: { what: "row" } });
      return { row: toCorrectedRow(batch, corrections, checked), counts: countRows(rows) };
    },
    async leaveOut({ batchId, indexes, leftOut }) {
      transaction(() => {
        const { batch, corrections } = batches.read(batchId);
        if (indexes.some((index) => index >= batch.rows.length)) {
          throw new AppError("not-found", { params: { what: "row" } });
        }
        const touched = indexes.filter((index) => corrections.leftOut.has(index) !== leftOut);
        if (touched.length === 0) return;
        writeBatchCorrections(db, vault, batchId, {
          ...corrections,
          leftOut: withPlaces(corrections.leftOut, touched, leftOut),
        });
        undo.leftOut(batch, { places: touched, leftOut });
      });
      return countRows((await batches.check(batchId)).rows);
    },
  };
}

/** A row as the window may see it. */
function toCorrectedRow(
  batch: CorrectableBatch,
  corrections: BatchCorrections,
  checked: CorrectionRow,
): StagedRow {
  const mask = createRowMask(batch.fields);
  const corrected = [...(corrections.cells.get(checked.place)?.keys() ?? [])];
  const sent = mask(batch.rows[checked.place]?.values ?? []);
  return {
    index: checked.place,
    row: checked.row,
    values: mask(checked.values),
    status: checked.invalid ? "error" : checked.problems.length > 0 ? "warning" : "valid",
    leftOut: checked.leftOut,
    sent: false,
    corrected,
    before: corrected.map((at) => ({ at, value: sent[at] ?? "" })),
    problems: checked.problems.map(toProblem),
  };
}
