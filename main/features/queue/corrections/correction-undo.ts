import { rowName } from "../../../../preload/lists/list-row.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import {
  type CorrectableRecord,
  requireCorrectable,
} from "../../../records/imports/corrections/correctable-batch.ts";
import {
  readBatchCorrections,
  withCell,
  withPlaces,
  writeBatchCorrections,
} from "../../../records/imports/corrections/correction-store.ts";
import type { UndoLog } from "../../../records/undo-log/log.ts";
import type { Vault } from "../../../records/vault/vault.ts";

/** null: the value that was sent. */
type Correction = string | null;

interface CorrectedCell {
  readonly place: number;
  readonly field: number;
  /** The spreadsheet's own row number. */
  readonly row: number;
  readonly before: Correction;
  readonly after: Correction;
}

interface LeftOut {
  readonly places: readonly number[];
  readonly leftOut: boolean;
}

interface Sent {
  readonly batchId: number;
  /** How often it had been sent. */
  readonly attempts: number;
}

/** Takes corrections of a batch's rows back, as long as it was not sent again. */
export function createCorrectionUndo(db: Database, vault: Vault, undoLog: UndoLog | undefined) {
  /** What was written since the batch was sent again is about other rows. */
  function open(batchId: number, attempts: number) {
    const batch = requireCorrectable(db, batchId);
    if (batch.attempts !== attempts) throw new AppError("undo-log-changed");
    return readBatchCorrections(db, vault, batchId);
  }

  undoLog?.register("batch-cell", {
    inTransaction: true,
    apply(payload, direction) {
      const { batchId, place, field, before, after, attempts } = payload as CorrectedCell & Sent;
      const corrections = open(batchId, attempts);
      const [from, to] = direction === "undo" ? [after, before] : [before, after];
      if ((corrections.cells.get(place)?.get(field) ?? null) !== from) {
        throw new AppError("undo-log-changed");
      }
      writeBatchCorrections(db, vault, batchId, withCell(corrections, { place, field }, to));
    },
  });
  undoLog?.register("batch-rows", {
    inTransaction: true,
    apply(payload, direction) {
      const { batchId, places, leftOut, attempts } = payload as LeftOut & Sent;
      const corrections = open(batchId, attempts);
      const inside = direction === "undo" ? !leftOut : leftOut;
      writeBatchCorrections(db, vault, batchId, {
        ...corrections,
        leftOut: withPlaces(corrections.leftOut, places, inside),
      });
    },
  });

  const about = ({ id, attempts }: CorrectableRecord): Sent => ({ batchId: id, attempts });

  return {
    corrected(batch: CorrectableRecord, cell: CorrectedCell): void {
      const payload = { ...cell, ...about(batch) };
      undoLog?.record({
        label: "cell-edited",
        params: { row: rowName(cell.row, batch.sheet) },
        entries: [{ kind: "batch-cell", payload }],
      });
    },
    leftOut(batch: CorrectableRecord, rows: LeftOut): void {
      const payload = { ...rows, ...about(batch) };
      undoLog?.record({
        label: rows.leftOut ? "rows-excluded" : "rows-included",
        params: { count: rows.places.length },
        entries: [{ kind: "batch-rows", payload }],
      });
    },
  };
}
