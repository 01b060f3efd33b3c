import { type FieldName, KEY_FIELDS } from "../../../../preload/fields.ts";
import { AppError } from "../../../common/errors.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { cleanEdited } from "../../../pipeline/mapping/apply.ts";
import {
  createProblemWriter,
  problemsOfRows,
  REPEAT_SEQ,
  RULE_SEQ,
  readProblems,
} from "../../../pipeline/staging/problem-rows.ts";
import { checkProblems, statusOf } from "../../../pipeline/staging/stage-once.ts";
import { createRowRules } from "../../../pipeline/validation/row-rules.ts";
import { place, readChunk, readStatus, writeStatus } from "../../../records/drafts/chunks.ts";
import { readEdits, withEdits, writeEdit } from "../../../records/drafts/edited-values.ts";
import { requireOpen } from "../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { ERROR, LEFT_OUT, REPEATED, TRIED } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { CheckedWith } from "./checked-with.ts";
import { findRepeats, rowsOfRepeats, writeRepeats } from "./repeats-again.ts";
import type { Review } from "./review.ts";

export interface CellEdit {
  readonly index: number;
  readonly field: FieldName;
  readonly value: string;
}

/** A cell before and after an edit. */
export interface EditedCell extends Omit<CellEdit, "value"> {
  readonly stagingId: number;
  /** The spreadsheet's own row number. */
  readonly row: number;
  readonly before: string;
  readonly after: string;
}

export interface EditParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly review: Review;
  /** Called inside the transaction of the edit. */
  readonly record?: (cell: EditedCell) => void;
}

/**
 * Puts a value in place of the one that was read, cleaned and dated the same way; the value that
 * was read takes the edit back. The row is checked anew. After a change of a code or card number,
 * or of whether the row can be sent, the repeats of the whole list are found anew too (some seconds
 * for a million rows, in small turns); until then nothing is written.
 * @throws AppError "not-found" for a row or field that is not there | "row-sent"
 */
export async function editCell(
  parts: EditParts,
  stagingId: number,
  edit: CellEdit,
  checked: CheckedWith,
): Promise<void> {
  const { db, vault, review, record } = parts;
  const { index, field } = edit;
  const { fields } = getStaging(db, stagingId);
  const { chunk, at } = place(index);
  const entry = checked.mapping.find((each) => each.field === field);
  const read = readChunk(db, vault, stagingId, chunk)[at];
  if (read === undefined || entry === undefined) {
    throw new AppError("not-found", { params: { what: read === undefined ? "row" : "column" } });
  }
  requireOpen(review.status(stagingId), index);
  const [row, values] = read;
  const clean = cleanEdited(entry, edit.value);
  const value = clean === values[fields.indexOf(field)] ? null : clean;
  const edits = new Map(readEdits(db, vault, stagingId, index, index + 1).get(index) ?? []);
  const before = withEdits(values, fields, edits)[fields.indexOf(field)] ?? "";
  if (value === null) edits.delete(field);
  else edits.set(field, value);
  const rules = createRowRules(checked.mapping, checked.options, checked.columns);
  const found = rules({ row, values: withEdits(values, fields, edits) });
  const shown = readProblems(db, stagingId, index).filter(
    (each) => each.field === null || !edits.has(each.field),
  );
  const inError = ((statusOf(found) | statusOf(shown)) & ERROR) !== 0;
  const wasInError = ((review.status(stagingId)[index] ?? 0) & ERROR) !== 0;
  // A row that can be sent now, or cannot any longer, may change which of its repeats is kept.
  const touchesRepeats =
    KEY_FIELDS.has(field) ||
    (inError !== wasInError && checked.mapping.some((each) => KEY_FIELDS.has(each.field)));
  const repeats = touchesRepeats
    ? await findRepeats(parts, stagingId, checked, { edited: { index, edits, inError } })
    : null;

  db.transaction(() => {
    // A trial may have gone out while repeats were looked for.
    requireOpen(readStatus(db, stagingId), index);
    if (before !== clean) record?.({ stagingId, index, field, row, before, after: clean });
    writeEdit(db, vault, stagingId, { index, field, value });
    hideReadProblems(db, stagingId, { index, field, hidden: value !== null });
    db.prepare(
      `DELETE FROM staged_problems
       WHERE staging_id = ? AND row_index = ? AND seq >= ${RULE_SEQ} AND seq < ${REPEAT_SEQ}`,
    ).run(stagingId, index);
    const insert = createProblemWriter(db, stagingId);
    for (const problem of checkProblems(found)) insert(index, problem);
    const status = review.status(stagingId);
    if (repeats !== null) {
      const indexes = rowsOfRepeats(db, stagingId, repeats);
      writeRepeats(db, stagingId, { repeats, indexes }, status, index);
      return;
    }
    const left = (status[index] ?? 0) & (LEFT_OUT | REPEATED | TRIED);
    const all = problemsOfRows(db, stagingId, [index]).get(index) ?? [];
    writeStatus(db, stagingId, index, statusOf(all) | left);
  }).immediate();
  review.forget(stagingId);
}

/** What was found in a cell as read does not show while the cell holds an edited value. */
function hideReadProblems(
  db: Database,
  stagingId: number,
  about: { readonly index: number; readonly field: FieldName; readonly hidden: boolean },
): void {
  db.prepare(
    `UPDATE staged_problems SET hidden = ?
     WHERE staging_id = ? AND row_index = ? AND field = ? AND origin = 'read'`,
  ).run(Number(about.hidden), stagingId, about.index, about.field);
}
