import { CsvParser, type Dialect } from "./csv-parser.ts";

export type Delimiter = "," | ";" | "\t" | "|";

export const DELIMITERS: readonly Delimiter[] = [",", ";", "\t", "|"];

/** Records looked at. */
const SAMPLE_RECORDS = 200;
/** What a list of a single column is worth against one that a separator cuts. */
const SINGLE_COLUMN = 0.35;
/** Lines above the header hardly speak against a separator: in a short list they are many. */
const MAX_TITLES = 5;
const TITLE_DISCOUNT = 0.8;

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
  // A single column: any separator that its values do not hold.
  let best = DELIMITERS.find((one) => !text.includes(one)) ?? ",";
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
  const several = counts.filter((count) => count > 1).length;
  let best = 0;
  for (const [count, times] of tally) {
    if (count < 2) continue;
    const header = counts.indexOf(count);
    // Titles may stand above the header; a list of "Last, First" has one word above it as well.
    const isProse = header > 0 && !/,(?! )/.test(text);
    const weight = delimiter === "," && isProse ? 0.2 : header > 5 ? 0.5 : 1;
    // Rows may leave fields out at their end: being cut at all counts somewhat less.
    const rows = counts.length - Math.min(header, MAX_TITLES) * TITLE_DISCOUNT;
    const cut = Math.max(times, several * 0.75) / rows;
    best = Math.max(best, cut * (1 - 1 / count) * weight);
  }
  // A separator beside which quoted fields break off is not the one they were quoted for.
  const broken = parser.brokenQuotes + parser.strayQuotes;
  return broken > Math.max(1, counts.length * 0.1) ? best * 0.2 : best;
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
