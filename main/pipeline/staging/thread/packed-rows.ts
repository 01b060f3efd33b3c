import type { CellMark, SourceRow } from "../../sources/source.ts";

const MARKS: readonly CellMark[] = ["date", "digits-lost", "error", "too-long"];
const NO_MARKS = -1;

/**
 * Rows as two pieces of plain memory, which go from thread to thread in no time: an object for
 * each of millions of cells would cost more than reading them.
 */
export interface PackedRows {
  /** Of each row: its number, how many cells, how many marks; the cells' lengths; the marks. */
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly rows: number;
  /** All cells, one behind the other. */
  readonly text: string;
}

export function packRows(rows: readonly SourceRow[]): PackedRows {
  let size = 0;
  for (const { cells, marks } of rows) size += 3 + cells.length + (marks?.size ?? 0) * 2;
  const numbers = new Uint32Array(size);
  const texts: string[] = [];
  let at = 0;
  for (const { number, cells, marks } of rows) {
    numbers[at++] = number;
    numbers[at++] = cells.length;
    numbers[at++] = marks?.size ?? 0;
    for (const cell of cells) {
      numbers[at++] = cell.length;
      if (cell !== "") texts.push(cell);
    }
    if (marks === undefined) continue;
    for (const [column, mark] of marks) {
      numbers[at++] = column;
      numbers[at++] = MARKS.indexOf(mark);
    }
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
    const markCount = numbers[at++] as number;
    const cells: string[] = [];
    for (let cell = 0; cell < length; cell++) {
      const to = from + (numbers[at++] as number);
      cells.push(text.slice(from, to));
      from = to;
    }
    if (markCount === 0) {
      rows.push({ number, cells });
      continue;
    }
    // Most rows have the marks of the row before: a column of dates.
    if (lastMarks?.size !== markCount || !isSame(numbers, lastMarksAt, at, markCount * 2)) {
      lastMarks = marksAt(numbers, at, markCount);
    }
    lastMarksAt = at;
    at += markCount * 2;
    rows.push({ number, cells, marks: lastMarks });
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
