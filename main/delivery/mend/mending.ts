import type { FieldName } from "../../../preload/fields.ts";
import { SECRET_FIELDS } from "../../../preload/fields.ts";
import type { CheckCounts, MendedRows, RowFilter, StagedRow } from "../../../preload/types.ts";
import { createRowMask } from "../../batches/mask.ts";
import { type Database, databaseError } from "../../database/open.ts";
import { AppError } from "../../errors.ts";
import { cleanEdited } from "../../mapping/apply.ts";
import type { UndoLog } from "../../undo/log.ts";
import { toProblem } from "../../validation/messages.ts";
import type { Vault } from "../../vault/vault.ts";
import { createBatchStore } from "../batch-store.ts";
import { createHolds } from "../holds.ts";
import { type CheckedRow, checkRows, countRows, matches } from "./check-rows.ts";
import { type Mend, readMend, withEdit, withPlaces, writeMend } from "./mend-store.ts";
import { createMendUndo } from "./mend-undo.ts";
import { type MendableBatch, openMendable, placeOfField } from "./mendable.ts";
import { repeatsElsewhere } from "./repeats-elsewhere.ts";
import { sendMended } from "./send-mended.ts";

/**
 * Correcting the rows of a rejected or set-aside batch. What a person changes is kept apart from
 * the rows until the batch is sent again, and can be taken back until then.
 */
export interface Mending {
  /** @throws AppError not-found | batch-not-mendable | batch-without-connection */
  rows(query: {
    readonly batchId: number;
    readonly filter: RowFilter;
    readonly offset: number;
    readonly limit: number;
  }): MendedRows;
  /** Cleaned and dated like a cell of the review; the value that was sent takes the edit back. */
  editCell(edit: {
    readonly batchId: number;
    readonly index: number;
    readonly field: FieldName;
    readonly value: string;
  }): { readonly row: StagedRow; readonly counts: CheckCounts };
  leaveOut(which: {
    readonly batchId: number;
    readonly indexes: readonly number[];
    readonly leftOut: boolean;
  }): CheckCounts;
  /** One transaction. @throws AppError mended-rows-invalid, and those of `rows` */
  send(batchId: number): void;
}

/** @param undoLog keeps what a person changed here, to be taken back until the batch is sent */
export function createMending(
  db: Database,
  vault: Vault,
  now: () => number = Date.now,
  undoLog?: UndoLog,
): Mending {
  const store = createBatchStore(db, vault);
  const holds = createHolds(db);
  const undo = createMendUndo(db, vault, undoLog);

  function transaction<T>(change: () => T): T {
    try {
      return db.transaction(change).immediate();
    } catch (error) {
      throw databaseError(error);
    }
  }

  function read(batchId: number) {
    const batch = openMendable(db, vault, batchId);
    const mend = readMend(db, vault, batchId);
    return { batch, mend };
  }

  function check(batch: MendableBatch, mend: Mend): readonly CheckedRow[] {
    return checkRows(batch, mend, repeatsElsewhere(db, vault, batch, mend));
  }

  return {
    rows({ batchId, filter, offset, limit }) {
      const { batch, mend } = read(batchId);
      const rows = check(batch, mend);
      const shown = rows.filter((row) => matches(row, filter));
      return {
        fields: batch.fields,
        rows: shown.slice(offset, offset + limit).map((row) => toMendedRow(batch, mend, row)),
        total: shown.length,
        counts: countRows(rows),
      };
    },
    editCell: ({ batchId, index, field, value }) =>
      transaction(() => {
        const { batch, mend } = read(batchId);
        const at = placeOfField(batch, field);
        const entry = batch.mapping.find((each) => each.field === field);
        const row = batch.rows[index];
        if (row === undefined) throw new AppError("not-found", { params: { what: "row" } });
        if (entry === undefined || SECRET_FIELDS.has(field)) throw new AppError("bad-input");
        const clean = cleanEdited(entry, value);
        const cell = { place: index, field: at };
        const before = mend.edits.get(index)?.get(at) ?? null;
        const after = clean === row.values[at] ? null : clean;
        const next = withEdit(mend, cell, after);
        if (before !== after) {
          writeMend(db, vault, batchId, next);
          undo.edited(batch, { ...cell, row: row.row, before, after });
        }
        const rows = check(batch, next);
        const checked = rows[index];
        if (checked === undefined) throw new AppError("not-found", { params: { what: "row" } });
        return { row: toMendedRow(batch, next, checked), counts: countRows(rows) };
      }),
    leaveOut: ({ batchId, indexes, leftOut }) =>
      transaction(() => {
        const { batch, mend } = read(batchId);
        if (indexes.some((index) => index >= batch.rows.length)) {
          throw new AppError("not-found", { params: { what: "row" } });
        }
        const touched = indexes.filter((index) => mend.leftOut.has(index) !== leftOut);
        const next = { ...mend, leftOut: withPlaces(mend.leftOut, touched, leftOut) };
        if (touched.length > 0) {
          writeMend(db, vault, batchId, next);
          undo.leftOut(batch, { places: touched, leftOut });
        }
        return countRows(check(batch, next));
      }),
    send: (batchId) =>
      transaction(() => {
        const { importId } = sendMended(db, vault, store, batchId, now());
        holds.releaseRejection(importId, now());
      }),
  };
}

/** A row as the window may see it. */
function toMendedRow(batch: MendableBatch, mend: Mend, checked: CheckedRow): StagedRow {
  const mask = createRowMask(batch.fields);
  const edited = [...(mend.edits.get(checked.place)?.keys() ?? [])];
  const sent = mask(batch.rows[checked.place]?.values ?? []);
  return {
    index: checked.place,
    row: checked.row,
    values: mask(checked.values),
    status: checked.invalid ? "error" : checked.problems.length > 0 ? "warning" : "valid",
    excluded: checked.leftOut,
    sent: false,
    edited,
    before: edited.map((at) => ({ at, value: sent[at] ?? "" })),
    problems: checked.problems.map(toProblem),
  };
}
