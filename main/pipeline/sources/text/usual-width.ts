import { formOf } from "../form-of.ts";
import { CsvParser, type Dialect } from "./csv-parser.ts";

/** Records looked at. */
const SAMPLE_RECORDS = 500;
/** Rows that are cut off at their end are told as broken only where they are the exception. */
const FEW_SHORT = 0.05;
/** Where one row in so many lacks its last values, the list is written so. */
const MANY_SHORT = 4;
/** This many short rows in a run are not broken: the list is like that there. */
export const SHORT_BLOCK = 12;

/** How many values rows have; a shorter row is told as broken where that is proven. */
export interface UsualWidth {
  readonly width: number;
  readonly provesShort: boolean;
}

/**
 * How many values nearly all records of a text have, where that says something of the others: null
 * for a single column, for records as they come, and where many leave out empty values at their
 * end, as some programs write them.
 */
export function usualWidth(sample: string, dialect: Dialect, goesOn: boolean): UsualWidth | null {
  const parser = new CsvParser(dialect);
  const whole = parser.push(sample);
  const records = (goesOn && whole.length > 0 ? whole : [...whole, ...parser.end()])
    .slice(0, SAMPLE_RECORDS)
    .filter((fields) => fields.some((field) => field.trim() !== ""));
  const counts = records.map((fields) => fields.length);
  const width = mostFrequent(counts);
  const usual = counts.filter((count) => count === width).length;
  const [headers = 0] = counts;
  if (usual < 3 && areBrokenLines(records.slice(1), headers))
    return { width: headers, provesShort: true };
  if (width < 2 || usual < 3) return null;
  const below = records.slice(counts.indexOf(width));
  const { short, cutLines } = shortRows(below, width);
  if (usual * 2 <= counts.length - cutLines) return null;
  const writesEnds = writesEmptyEnds(records, width);
  if (!writesEnds && short.length > Math.max(1, usual * FEW_SHORT)) return null;
  // Whoever types a list leaves out empty ends in one row and not in the next.
  const isMany = short.length > 1 && short.length * MANY_SHORT >= records.length;
  const lacksOne = short.length > 2 && short.every((at) => below[at]?.length === width - 1);
  const isHabit = isMany && (lacksOne || (cutLines === 0 && areOfManyLengths(below, short)));
  // A program that leaves out empty ends would rarely have to do so only once.
  const isAlone = short.length === 1;
  const isProven =
    !isHabit && (writesEnds || isAlone || short.every((at) => isCutOff(below, at, width)));
  return { width, provesShort: isProven };
}

/**
 * In a list of few rows: whether all that are shorter than the header are lines that line breaks have
 * made of one. The first begins with a number, as all whole ones do, and the others do not.
 */
function areBrokenLines(rows: readonly (readonly string[])[], width: number): boolean {
  const isNumber = (fields: readonly string[] | undefined) =>
    /^\s*"?\d+"?\s*$/.test(fields?.[0] ?? "");
  if (width < 4) return false;
  let broken = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? [];
    if (!isNumber(row) || row.length > width) return false;
    if (row.length === width) continue;
    const lines = linesOfOne(rows, at, width, (cell) => isNumber([cell]));
    if (lines === 0) return false;
    broken += 1;
    at += lines - 1;
  }
  return broken > 0;
}

/** Ends that were left out in turns: of one length, rows may have lost the same value. */
function areOfManyLengths(
  records: readonly (readonly string[])[],
  short: readonly number[],
): boolean {
  return new Set(short.map((at) => records[at]?.length)).size > 1;
}

/** Whether empty values at the end of a row are written: then a shorter row is a broken one. */
function writesEmptyEnds(records: readonly (readonly string[])[], width: number): boolean {
  return records.some((fields) => fields.length === width && fields.at(-1) === "");
}

/**
 * Whether a row ends where values must follow: in a quote that nothing closed, or several are missing
 * and no other row leaves one of them empty. A program that leaves out what is empty at the end would
 * have written it so too.
 */
function isCutOff(records: readonly (readonly string[])[], at: number, width: number): boolean {
  const length = records[at]?.length ?? 0;
  if (records[at]?.at(-1)?.startsWith('"') === true) return true;
  if (width - length < 2) return false;
  return records.every(
    (fields) => fields.length !== width || fields.slice(length).every((field) => field !== ""),
  );
}

/**
 * Short records. Some that make one of the usual width together are a broken line, unless a later one
 * begins like all others: they are no sign of how the list is written. Nor is a block of short ones.
 * @returns their places, and how many lines such breaks have made
 */
function shortRows(
  records: readonly (readonly string[])[],
  width: number,
): { readonly short: readonly number[]; readonly cutLines: number } {
  const beginnings = new Set<string>();
  // The header's own beginning is a word, as is what a line break cuts off.
  for (const [cell = "", ...rest] of records.slice(1)) {
    if (rest.length + 1 === width) beginnings.add(formOf(cell));
  }
  const short: number[] = [];
  let cutLines = 0;
  for (let at = 0; at < records.length; at++) {
    const count = records[at]?.length ?? width;
    if (count >= width) continue;
    const lines = linesOfOne(records, at, width, (cell) => beginnings.has(formOf(cell)));
    if (lines > 0) {
      cutLines += lines;
      at += lines - 1;
    } else if (!isInShortBlock(records, at)) short.push(at);
  }
  return { short, cutLines };
}

/** Lines that line breaks in one row leave. */
const MOST_LINES = 4;

/**
 * How many records from `at` on are the lines of one that line breaks have cut: at each of them two
 * values are parts of one. 0 where they are not.
 */
function linesOfOne(
  records: readonly (readonly string[])[],
  at: number,
  width: number,
  beginsRow: (cell: string) => boolean,
): number {
  let fields = records[at]?.length ?? 0;
  if (fields === 0 || fields >= width) return 0;
  for (let lines = 2; lines <= MOST_LINES; lines++) {
    const next = records[at + lines - 1] ?? [];
    if (next.length === 0 || beginsRow(next[0] ?? "")) return 0;
    fields += next.length - 1;
    if (fields >= width) return fields === width ? lines : 0;
  }
  return 0;
}

/** Rows of one length all around a row, as Excel writes sixteen at a time without what they lack. */
function isInShortBlock(records: readonly (readonly string[])[], at: number): boolean {
  const length = records[at]?.length;
  const isSame = (place: number) => records[place]?.length === length;
  let from = at;
  let to = at;
  while (from > 0 && to - from < SHORT_BLOCK && isSame(from - 1)) from -= 1;
  while (to - from < SHORT_BLOCK && isSame(to + 1)) to += 1;
  return to - from + 1 >= SHORT_BLOCK;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, found] of times) if (found > (times.get(best) ?? 0)) best = count;
  return best;
}
