import { setImmediate as nextTurn } from "node:timers/promises";
import type { ReviewCounts, RowFilter, Tile } from "../../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../../common/rows.ts";
import { createChecker } from "../../../pipeline/validation/check.ts";
import { countTiles } from "../../../records/drafts/status.ts";
import {
  type BatchCorrections,
  correctedValues,
} from "../../../records/imports/corrections/correction-store.ts";
import type { CorrectableBatch } from "./correctable.ts";
import type { Elsewhere } from "./repeats-elsewhere.ts";

/** A row of a batch as it would go now. */
export interface CorrectionRow {
  /** Place in the batch, from 0. */
  readonly place: number;
  readonly row: number;
  readonly values: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly leftOut: boolean;
  readonly invalid: boolean;
}

/** Rows that are checked before other work gets its turn: some milliseconds. */
const ROWS_A_TURN = 500;

/**
 * The rows with a person's changes, checked by the rules of the review. Rows of one key are told
 * of, whatever the list's rule for them was: it has done its work before.
 */
export function checkRows(
  batch: CorrectableBatch,
  corrections: BatchCorrections,
): readonly CorrectionRow[] {
  return batch.rows.map(createRowCheck(batch, corrections, new Map()));
}

/**
 * The same with turns of the event loop in between.
 * @param elsewhere repeats of other batches
 */
export async function checkRowsInTurns(
  batch: CorrectableBatch,
  corrections: BatchCorrections,
  elsewhere: Elsewhere,
): Promise<readonly CorrectionRow[]> {
  const check = createRowCheck(batch, corrections, elsewhere);
  const checked: CorrectionRow[] = [];
  for (const [place, row] of batch.rows.entries()) {
    if (place % ROWS_A_TURN === 0) await nextTurn();
    checked.push(check(row, place));
  }
  return checked;
}

/** Checks one row after the other, in the order of the batch. */
function createRowCheck(
  batch: CorrectableBatch,
  corrections: BatchCorrections,
  elsewhere: Elsewhere,
) {
  const { repeatedEmail: _, repeatedPhone: __, ...others } = batch.options;
  const options = { ...others, repeatedRows: "keep-all" as const };
  const checker = createChecker(batch.mapping, options, batch.columns, batch);
  return ({ row, values: before }: MappedRow, place: number): CorrectionRow => {
    const values = correctedValues(corrections, place, before);
    const leftOut = corrections.leftOut.has(place);
    // A row that stays behind repeats nothing.
    const keys = leftOut ? values.map(() => "") : values;
    const { problems } = checker.check({ row, values: keys }, place);
    const other = elsewhere.get(place);
    const all = other === undefined ? problems : [...problems, { ...other, row }];
    const shown = leftOut ? [] : all;
    const invalid = shown.some(({ severity }) => severity === "error");
    return { place, row, values, problems: shown, leftOut, invalid };
  };
}

export function countRows(rows: readonly CorrectionRow[]): ReviewCounts {
  const tiles = countTiles((tile) => rows.filter((row) => tileOf(row) === tile).length);
  return {
    total: rows.length,
    valid: rows.length - tiles.errors,
    invalid: tiles.errors,
    warnings: tiles.warnings,
    leftOut: tiles.leftOut,
    toSend: tiles.valid + tiles.warnings,
    tiles,
  };
}

export function matches(row: CorrectionRow, filter: RowFilter): boolean {
  return filter === "all" || tileOf(row) === filter;
}

/** The tile of the review that a row belongs to; no row of a batch was sent on trial alone. */
function tileOf({ leftOut, invalid, problems }: CorrectionRow): Tile {
  if (leftOut) return "leftOut";
  if (invalid) return "errors";
  return problems.length > 0 ? "warnings" : "valid";
}
