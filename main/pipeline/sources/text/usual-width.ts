import { CsvParser, type Dialect } from "./csv-parser.ts";

/** Records looked at. */
const SAMPLE_RECORDS = 500;
/** Rows that are cut off at their end are told as broken only where they are the exception. */
const FEW_SHORT = 0.05;

/**
 * How many values nearly all records of a text have, where that says something of the others: null
 * for a single column, for records as they come, and where many leave out empty values at their
 * end, as some programs write them.
 */
export function usualWidth(sample: string, dialect: Dialect, goesOn: boolean): number | null {
  const parser = new CsvParser(dialect);
  const whole = parser.push(sample);
  const records = (goesOn && whole.length > 0 ? whole : [...whole, ...parser.end()])
    .slice(0, SAMPLE_RECORDS)
    .filter((fields) => fields.some((field) => field.trim() !== ""));
  const counts = records.map((fields) => fields.length);
  const width = mostFrequent(counts);
  const usual = counts.filter((count) => count === width).length;
  if (width < 2 || usual < 3 || usual * 2 <= counts.length) return null;
  const short = shortRows(records.slice(counts.indexOf(width)), width);
  const endsEmpty = records.some((fields) => fields.length === width && fields.at(-1) === "");
  return endsEmpty || short <= Math.max(1, usual * FEW_SHORT) ? width : null;
}

/**
 * Short records. Two that make one of the usual width together are a broken line, unless the second
 * begins like all others: they are no sign of how the list is written.
 */
function shortRows(records: readonly (readonly string[])[], width: number): number {
  const beginnings = new Set<string>();
  for (const [cell = "", ...rest] of records) {
    if (rest.length + 1 === width) beginnings.add(formOf(cell));
  }
  let short = 0;
  for (let at = 0; at < records.length; at++) {
    const count = records[at]?.length ?? width;
    if (count >= width) continue;
    const next = records[at + 1] ?? [];
    if (count + next.length === width + 1 && !beginnings.has(formOf(next[0] ?? ""))) at += 1;
    else short += 1;
  }
  return short;
}

/** `AB-12` and `XY-34` are alike. */
function formOf(cell: string): string {
  return cell
    .slice(0, 40)
    .replace(/\d/gu, "9")
    .replace(/\p{L}+/gu, "a");
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, found] of times) if (found > (times.get(best) ?? 0)) best = count;
  return best;
}
