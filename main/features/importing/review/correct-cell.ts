import type { FieldName } from "../../../../preload/fields.ts";
import { AppError } from "../../../common/errors.ts";
import type { RowProblem } from "../../../common/rows.ts";
import type { Database } from "../../../common/sqlite/database.ts";
import { cleanCorrected } from "../../../pipeline/mapping/apply.ts";
import { isOver } from "../../../pipeline/staging/corrected.ts";
import {
  createProblemWriter,
  problemsOfRows,
  REPEAT_SEQ,
  RULE_SEQ,
  readProblems,
  statusOf,
} from "../../../pipeline/staging/problem-rows.ts";
import { checkProblems } from "../../../pipeline/staging/stage-once.ts";
import { createPhoneWriter, loadPhonesFor } from "../../../pipeline/validation/phones.ts";
import { decidesRepeats } from "../../../pipeline/validation/repeat-fields.ts";
import { createRowRules } from "../../../pipeline/validation/row-rules.ts";
import { takesAmountsOnly } from "../../../records/connections/campaign-kinds.ts";
import { phoneCountryOf } from "../../../records/connections/phone-country.ts";
import { place, readChunk, readStatus, writeStatus } from "../../../records/drafts/chunks.ts";
import {
  readCorrections,
  withCorrections,
  writeCorrection,
} from "../../../records/drafts/corrected-values.ts";
import { requireOpen } from "../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../records/drafts/stagings.ts";
import { ERROR, LEFT_OUT, REPEATED, TRIED } from "../../../records/drafts/status.ts";
import type { Vault } from "../../../records/vault/vault.ts";
import type { CheckedWith } from "./checked-with.ts";
import { findRepeats, rowsOfRepeats, writeRepeats } from "./repeats-again.ts";
import type { Review } from "./review.ts";

export interface CellCorrection {
  readonly index: number;
  readonly field: FieldName;
  readonly value: string;
}

/** A cell before and after a correction. */
export interface CorrectedCell extends Omit<CellCorrection, "value"> {
  readonly stagingId: number;
  /** The spreadsheet's own row number. */
  readonly row: number;
  readonly before: string;
  readonly after: string;
}

export interface CorrectParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly review: Review;
  /** Called inside the transaction of the correction. */
  readonly record?: (cell: CorrectedCell) => void;
}

/**
 * Puts a value in place of the one that was read, cleaned and dated the same way; the value that
 * was read takes the correction back. The row is checked anew. After a change of a code or card number,
 * or of whether the row can be sent, the repeats of the whole list are found anew too (some seconds
 * for a million rows, in small turns); until then nothing is written.
 * @throws AppError "not-found" for a row or field that is not there | "row-sent"
 */
export async function correctCell(
  parts: CorrectParts,
  stagingId: number,
  correction: CellCorrection,
  checked: CheckedWith,
): Promise<void> {
  const { db, vault, review, record } = parts;
  const { index, field } = correction;
  const { mapping, options, columns } = checked;
  const country = phoneCountryOf(db, options);
  await loadPhonesFor(mapping, country);
  const { fields } = getStaging(db, stagingId);
  const { chunk, at } = place(index);
  const entry = checked.mapping.find((each) => each.field === field);
  const read = readChunk(db, vault, stagingId, chunk)[at];
  if (read === undefined || entry === undefined) {
    throw new AppError("not-found", { params: { what: read === undefined ? "row" : "column" } });
  }
  requireOpen(review.status(stagingId), index);
  const [row, values] = read;
  const corrections = new Map(
    readCorrections(db, vault, stagingId, index, index + 1).get(index) ?? [],
  );
  const shownBefore = withCorrections(values, fields, corrections);
  const column = fields.indexOf(field);
  const before = shownBefore[column] ?? "";
  const typed = cleanCorrected(entry, correction.value);
  const clean =
    createPhoneWriter(mapping, country)(shownBefore.with(column, typed))[column] ?? typed;
  const value = clean === values[column] ? null : clean;
  if (value === null) corrections.delete(field);
  else corrections.set(field, value);
  const amountsOnly = takesAmountsOnly(db, options);
  const rules = createRowRules(mapping, options, columns, amountsOnly, country);
  const found = rules({ row, values: withCorrections(values, fields, corrections) });
  const asRead = readProblems(db, stagingId, index);
  const shown = asRead.filter((each) => !isOver(each, checked.mapping, corrections));
  const inError = ((statusOf(found) | statusOf(shown)) & ERROR) !== 0;
  const wasInError = ((review.status(stagingId)[index] ?? 0) & ERROR) !== 0;
  // A row that can be sent now, or cannot any longer, may change which of its repeats is kept.
  const touchesRepeats =
    decidesRepeats(field, options) ||
    (inError !== wasInError && mapping.some((each) => decidesRepeats(each.field, options)));
  const repeats = touchesRepeats
    ? await findRepeats(parts, stagingId, checked, { corrected: { index, corrections, inError } })
    : null;

  db.transaction(() => {
    // A trial may have gone out while repeats were looked for.
    requireOpen(readStatus(db, stagingId), index);
    if (before !== clean) record?.({ stagingId, index, field, row, before, after: clean });
    writeCorrection(db, vault, stagingId, { index, field, value });
    hideReadProblems(db, stagingId, index, (each) => isOver(each, checked.mapping, corrections));
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

/** What was found in a row as read does not show while corrections make it over. */
function hideReadProblems(
  db: Database,
  stagingId: number,
  index: number,
  isHidden: (problem: RowProblem) => boolean,
): void {
  const hide = db.prepare(
    `UPDATE staged_problems SET hidden = ?
     WHERE staging_id = ? AND row_index = ? AND code = ? AND field IS ? AND origin = 'read'`,
  );
  for (const problem of readProblems(db, stagingId, index)) {
    hide.run(Number(isHidden(problem)), stagingId, index, problem.code, problem.field);
  }
}
