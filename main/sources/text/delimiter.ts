import { CsvParser, type Dialect } from "./csv-parser.ts";

export type Delimiter = "," | ";" | "\t" | "|";

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Records looked at. */
const SAMPLE_RECORDS = 200;
/** What a list of a single column is worth against one that a separator cuts. */
const SINGLE_COLUMN = 0.35;

/** Excel's own first line, `sep=;`, which names the separator and is no row. */
const SEPARATOR_LINE = /^sep=([^\r\n])(?:\r\n|\r|\n|$)/i;

export interface DialectGuess {
  readonly dialect: Dialect;
  /** Letters of the `sep=` line at the start that are no row. */
  readonly skip: number;
}

/**
 * Separator and quote as the text itself shows them: the separator that cuts most records into
 * the same number of fields, the header among them. `chosen` is the user's own choice.
 */
export function findDialect(sample: string, chosen: string | undefined): DialectGuess {
  const line = SEPARATOR_LINE.exec(sample);
  const skip = line?.[0].length ?? 0;
  const text = sample.slice(skip);
  const delimiter = chosen ?? line?.[1] ?? bestDelimiter(text);
  return { dialect: { delimiter, quote: findQuote(text, delimiter) }, skip };
}

function bestDelimiter(text: string): Delimiter {
  let best: Delimiter = text.slice(0, 1000).includes("\t") ? "\t" : ",";
  let bestScore = SINGLE_COLUMN;
  for (const delimiter of DELIMITERS) {
    const score = evenness(text, delimiter);
    if (score > bestScore + 1e-9) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** 0 to 1: how evenly and into how many fields the separator cuts the records. */
function evenness(text: string, delimiter: string): number {
  const parser = new CsvParser({ delimiter, quote: findQuote(text, delimiter) });
  const records = [...parser.push(text), ...parser.end()];
  const counts = records
    .slice(0, SAMPLE_RECORDS)
    .filter((fields) => fields.some((field) => field.trim() !== ""))
    .map((fields) => fields.length);
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of tally) {
    if (count < 2) continue;
    // The header stands first or below a title; a separator that is not in it is part of values.
    const inHeader = counts.slice(0, 5).includes(count);
    best = Math.max(best, (times / counts.length) * (1 - 1 / count) * (inHeader ? 1 : 0.5));
  }
  // A header without the separator above records with it: "Last, First" in one column.
  return counts[0] === 1 && counts.length <= 3 ? best / 2 : best;
}

/** Fields in single quotes are rare, and only where no double quote opens a field. */
function findQuote(text: string, delimiter: string): string {
  const head = text.slice(0, 20_000);
  const escaped = delimiter.replace(/[|\\^$.*+?()[\]{}]/, "\\$&");
  const count = (quote: string): number =>
    head.match(new RegExp(`(?:^|[\\r\\n]|${escaped})${quote}`, "g"))?.length ?? 0;
  const closed = head.match(new RegExp(`'(?=$|[\\r\\n]|${escaped})`, "g"))?.length ?? 0;
  const single = count("'");
  return count('"') === 0 && single > 3 && closed >= single * 0.9 ? "'" : '"';
}
