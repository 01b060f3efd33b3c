import { isBlank, isBlankCell } from "../data-rows.ts";
import type { SourceRow } from "../source.ts";
import { promisedForm } from "./header-row.ts";

const LOOK_ROWS = 50;
/** Fewer rows, or headers, prove nothing unless the headers fit their values only once they are moved. */
const FEWEST = 3;

/** A heading of the rows' own numbers, which no row has. */
const ROW_NUMBER =
  /^\s*(?:#|no\.?|nr\.?|num\.?|n[°º]|№|row(?: ?(?:no\.?|number|#))?|line|index|pos\.?|(?:lfd|lp|sl|sr|s)\.? ?(?:nr|no)?\.?|zeile|fila|ligne|riga|rij|linha|wiersz|sıra(?: no)?|п\/п|№ ?п\/п|序号|番号|순번)\s*$/iu;

/** One header too few or too many in front of all rows, and whether the rows prove it. */
export interface HeaderShift {
  /** Columns by which the headers stand too far to the left: 1, or -1. */
  readonly by: 1 | -1;
  readonly proven: boolean;
}

/**
 * Whether every row has one value more than there are headers, as where the heading of the rows'
 * own numbers was left out, or one less; null where not. Numbers that count up prove the first, as
 * does an empty cell in front of each, where all headers fit their values then: a header may also be
 * missing further on, and decimal commas make two values of one.
 * Only the values under the headers prove the second: the last column may be empty. One column of
 * another form than its header makes it likely; two prove it, or one where the first heading is that of
 * the rows' own numbers.
 */
export function headerShift(
  rows: readonly SourceRow[],
  headerRow: number,
  headers: readonly string[],
): HeaderShift | null {
  const width = used(headers);
  const below = rows.filter((row) => row.number > headerRow && !isBlank(row)).slice(0, LOOK_ROWS);
  if (width < 2 || below.length === 0) return null;
  const wrong = (shift: number) => wrongColumns(headers, below, shift);
  if (below.every(({ cells }) => used(cells) === width + 1)) {
    const proven = (countsUp(below) || isEmptyInFront(below)) && wrong(1) === 0;
    return below.length >= FEWEST || (proven && wrong(0) > 0) ? { by: 1, proven } : null;
  }
  if (width < FEWEST || below.length < 2) return null;
  if (below.some(({ cells }) => used(cells) !== width - 1)) return null;
  const misfits = wrong(0);
  const numbersRows = ROW_NUMBER.test(headers[0] ?? "");
  const isChance = misfits === 1 && below.length < FEWEST && !numbersRows;
  if (misfits === 0 || isChance || wrong(-1) > 0) return null;
  return { by: -1, proven: misfits >= 2 || numbersRows };
}

/**
 * How many values every row has, where that is two or more beyond the headers: values that hold the
 * separator have been cut, or headers are missing. 0 where not.
 */
export function valuesBeyond(
  rows: readonly SourceRow[],
  headerRow: number,
  headers: readonly string[],
): number {
  const below = rows.filter((row) => row.number > headerRow && !isBlank(row)).slice(0, LOOK_ROWS);
  const values = used(below[0]?.cells ?? []);
  if (below.length < FEWEST || values < used(headers) + 2) return 0;
  return below.every(({ cells }) => used(cells) === values) ? values : 0;
}

/** The headers moved by a number of columns; what goes out at the left is gone. */
export function shifted(headers: readonly string[], by: number): readonly string[] {
  return by > 0 ? ["", ...headers] : headers.slice(-by);
}

/** Columns whose values are of another form than their header promises. */
function wrongColumns(
  headers: readonly string[],
  rows: readonly SourceRow[],
  shift: number,
): number {
  const moved = shift === 0 ? headers : shifted(headers, shift);
  return moved.filter((header, at) => {
    const form = promisedForm(header);
    const cells = rows.map(({ cells }) => cells[at] ?? "").filter((cell) => !isBlankCell(cell));
    if (form === null || cells.length === 0) return false;
    return cells.every((cell) => {
      const isMail = cell.includes("@");
      if (form === "mail" || isMail) return isMail !== (form === "mail");
      return form === "digits" ? !/\d/.test(cell) : !/\p{L}/u.test(cell);
    });
  }).length;
}

function isEmptyInFront(rows: readonly SourceRow[]): boolean {
  return rows.every(({ cells }) => isBlankCell(cells[0] ?? ""));
}

function countsUp(rows: readonly SourceRow[]): boolean {
  const numbers = rows.map(({ cells }) => Number(cells[0]));
  return numbers.every(
    (number, at) =>
      Number.isSafeInteger(number) && (at === 0 || number === (numbers[at - 1] ?? 0) + 1),
  );
}

function used(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => !isBlankCell(cell)) + 1;
}
