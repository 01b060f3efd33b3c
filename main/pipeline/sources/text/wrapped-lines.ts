import { SEPARATORS, type Separator } from "../../../../preload/choices.ts";
import { CsvParser, type Dialect } from "./csv-parser.ts";

/** Lines looked at. */
const SAMPLE_LINES = 200;
/** The share of lines that have as many values as the header. */
const NEARLY_ALL = 0.8;
/** What may stand behind a line that is in quotes as a whole. */
const TAILS: readonly string[] = [...",;|\t "];
/** Commas with blanks behind them: "Lake, Ann" is one value. */
const PROSE = /,(?! )/;
/** Lines above the header. */
const MAX_TITLES = 5;
/** Two values, `Lake,Ann`, may be one. */
const FEWEST_BELOW_TITLES = 3;

export interface CutLines<S extends string = Separator> {
  readonly delimiter: S;
  /** Values of a line. */
  readonly width: number;
}

/**
 * The separator that cuts nearly all lines into as many values as the first of them, the header;
 * null where none does. A single column of texts has commas too, but not in its header, or with
 * blanks behind them.
 */
export function cutLines<S extends string>(
  lines: readonly string[],
  separators: readonly S[],
): CutLines<S> | null {
  if (lines.length < 2) return null;
  let best: CutLines<S> | null = null;
  for (const delimiter of separators) {
    if (delimiter === "," && !lines.some((line) => PROSE.test(line))) continue;
    const counts = lines.map((line) => cut(line, { delimiter, quote: '"' }).length);
    const [width = 1] = counts;
    const same = counts.filter((count) => count === width).length;
    if (width < 2 || same < lines.length * NEARLY_ALL || same < 2) continue;
    if (best === null || width > best.width) best = { delimiter, width };
  }
  return best;
}

/**
 * How lines that stand in quotes as a whole, the header or most rows among them, are cut. The header
 * may have another separator than the rows, and titles may stand above them.
 */
export function wrappedLines(sample: string, chosen: string | undefined): CutLines | null {
  const lines = sample.split(/\r\n|\r|\n/, SAMPLE_LINES + 1).slice(0, SAMPLE_LINES);
  const used = lines.filter((line) => line.trim() !== "");
  const bare = used.map((line) => wholeOf(line) ?? line);
  const isWrapped = used.map((line) => wholeOf(line) !== null);
  if (!isWrapped.includes(true)) return null;
  const separators = SEPARATORS.filter((one) => chosen === undefined || one === chosen);
  const found = cutLines(bare, separators);
  if (found !== null) return found;
  const first = isWrapped.indexOf(true);
  const nearlyAll = isWrapped.filter((is) => is).length >= (used.length - first) * NEARLY_ALL;
  if (first > MAX_TITLES || !nearlyAll) return null;
  return belowHeader(bare, separators) ?? belowTitles(bare.slice(first), separators);
}

/** Rows with one separator below a header with another. */
function belowHeader(lines: readonly string[], separators: readonly Separator[]): CutLines | null {
  const [header = "", ...rows] = lines;
  const found = cutLines(rows, separators);
  if (found === null || cutOtherwise(header, found.delimiter, found.width) === null) return null;
  return found;
}

/** Below a title: a single column of texts has commas too, but each line of a list is of a number and words. */
function belowTitles(lines: readonly string[], separators: readonly Separator[]): CutLines | null {
  const found = cutLines(lines, separators);
  if (found === null || found.width < FEWEST_BELOW_TITLES) return null;
  const rows = lines.slice(1).map((line) => cut(line, { delimiter: found.delimiter, quote: '"' }));
  const areCustomers = rows.every(
    (cells) =>
      cells.some((cell) => /^\s*[\p{L}-]{0,4}\d+\s*$|@/u.test(cell)) &&
      cells.some((cell) => /\p{L}{2}/u.test(cell) && !/\p{N}/u.test(cell)),
  );
  return areCustomers ? found : null;
}

/** What a line holds that is a single quoted value, empty ones behind it left out; else null. */
export function wholeOf(line: string): string | null {
  if (!line.startsWith('"')) return null;
  let end = line.length;
  while (TAILS.includes(line.charAt(end - 1))) end -= 1;
  const inner = line.slice(1, end - 1);
  if (end < 2 || line.charAt(end - 1) !== '"') return null;
  // Each quote inside is doubled, or the value ends before the line does.
  return inner.replaceAll('""', "").includes('"') ? null : inner.replaceAll('""', '"');
}

/**
 * A line that was put in quotes as a whole (`"1,Ann,Lake"`) is a single field that holds the others:
 * its fields, where they are as many as those of the list; else null.
 */
export function unwrapped(
  fields: readonly string[],
  dialect: Dialect,
  width: number,
): string[] | null {
  const [whole = "", ...others] = fields;
  // Another program's separators behind the quote that closes the line.
  const line = withoutTail(whole, dialect.delimiter);
  if (width < 2 || !line.includes(dialect.delimiter) || line.includes("\n")) return null;
  if (others.some((field) => field !== "")) return null;
  const record = cut(line, dialect);
  return record.length === width ? record : null;
}

function withoutTail(line: string, delimiter: string): string {
  let end = line.length;
  while (TAILS.includes(line.charAt(end - 1)) && line.charAt(end - 1) !== delimiter) end -= 1;
  return line.slice(0, end);
}

export function cut(line: string, dialect: Dialect): string[] {
  const parser = new CsvParser(dialect);
  const [record = []] = [...parser.push(line), ...parser.end()];
  return record;
}

/** The values of a header that has another separator than the rows, where they are as many. */
export function cutOtherwise(line: string, delimiter: string, width: number): string[] | null {
  if (width < 2 || line.includes("\n")) return null;
  for (const other of SEPARATORS) {
    if (other === delimiter || !line.includes(other)) continue;
    const record = cut(line, { delimiter: other, quote: '"' });
    if (record.length === width) return record;
  }
  return null;
}
