import type { CellMark, SourceRow } from "../../sources/source.ts";

const MARKS: readonly CellMark[] = [
  "date",
  "digits-lost",
  "error",
  "too-long",
  "total",
  "no-result",
  "fraction",
];
const NO_MARKS = -1;
const NO_MARKS_AT_ALL: ReadonlyMap<number, CellMark> = new Map();

/**
 * Rows as two pieces of plain memory, which go from thread to thread in no time: an object for
 * each of millions of cells would cost more than reading them.
 */
export interface PackedRows {
  /**
   * Of each row: its number, how many cells, twice how many marks (one more where it is as wide as
   * few rows are); the cells' lengths; the marks; the widths.
   */
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly rows: number;
  /** All cells, one behind the other. */
  readonly text: string;
}

export function packRows(rows: readonly SourceRow[]): PackedRows {
  let size = 0;
  for (const { cells, marks, fields } of rows) {
    size += 3 + cells.length + (marks?.size ?? 0) * 2 + (fields === undefined ? 0 : 2);
  }
  const numbers = new Uint32Array(size);
  const texts: string[] = [];
  let at = 0;
  for (const { number, cells, marks, fields, width = 0 } of rows) {
    numbers[at++] = number;
    numbers[at++] = cells.length;
    numbers[at++] = (marks?.size ?? 0) * 2 + (fields === undefined ? 0 : 1);
    for (const cell of cells) {
      numbers[at++] = cell.length;
      if (cell !== "") texts.push(cell);
    }
    for (const [column, mark] of marks ?? NO_MARKS_AT_ALL) {
      numbers[at++] = column;
      numbers[at++] = MARKS.indexOf(mark);
    }
    if (fields === undefined) continue;
    numbers[at++] = fields;
    numbers[at++] = width;
  }
  return { numbers, rows: rows.length, text: texts.join("") };
}

export function unpackRows({ numbers, rows: count, text }: PackedRows): SourceRow[] {
  const rows: SourceRow[] = [];
  let at = 0;
  let from = 0;
  let lastMarks: ReadonlyMap<number, CellMark> | undefined;
  let lastMarksAt = NO_MARKS;
  for (let row = 0; row < count; row++) {
    const number = numbers[at++] as number;
    const length = numbers[at++] as number;
    const counted = numbers[at++] as number;
    const markCount = counted >> 1;
    const isOdd = counted % 2 === 1;
    const cells: string[] = [];
    for (let cell = 0; cell < length; cell++) {
      const to = from + (numbers[at++] as number);
      cells.push(text.slice(from, to));
      from = to;
    }
    if (counted === 0) {
      rows.push({ number, cells });
      continue;
    }
    const atWidth = at + markCount * 2;
    const odd = isOdd
      ? { fields: numbers[atWidth] as number, width: numbers[atWidth + 1] as number }
      : {};
    if (markCount === 0) {
      rows.push({ number, cells, ...odd });
      at = atWidth + 2;
      continue;
    }
    // Most rows have the marks of the row before: a column of dates.
    if (lastMarks?.size !== markCount || !isSame(numbers, lastMarksAt, at, markCount * 2)) {
      lastMarks = marksAt(numbers, at, markCount);
    }
    lastMarksAt = at;
    at = atWidth + (isOdd ? 2 : 0);
    rows.push({ number, cells, marks: lastMarks, ...odd });
  }
  return rows;
}

function marksAt(numbers: Uint32Array, from: number, count: number): Map<number, CellMark> {
  const marks = new Map<number, CellMark>();
  for (let at = from; at < from + count * 2; at += 2) {
    marks.set(numbers[at] as number, MARKS[numbers[at + 1] as number] as CellMark);
  }
  return marks;
}

function isSame(numbers: Uint32Array, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (numbers[a + at] !== numbers[b + at]) return false;
  return true;
}
