import { SEPARATORS, type Separator } from "../../../../preload/choices.ts";
import { CsvParser, type Dialect } from "./csv-parser.ts";

export type Delimiter = Separator;

export const DELIMITERS: readonly Delimiter[] = SEPARATORS;

/** Records looked at. */
const SAMPLE_RECORDS = 200;
/** What a list of a single column is worth against one that a separator cuts. */
const SINGLE_COLUMN = 0.35;
/** Lines above the header, and below the rows, hardly speak against a separator: in a short list they are many. */
const MAX_TITLES = 5;
const TITLE_DISCOUNT = 0.8;
/** What is left of a separator that cuts through quoted fields. */
const BROKEN = 0.2;
/** What a quote inside every record takes from a separator. */
const TORN = 0.5;

/** Excel's own first line, `sep=;`, which names the separator and is no row. */
const SEPARATOR_LINE = /^(?:sep=([^\r\n])|"sep=([^\r\n])")(?:\r\n|\r|\n|$)/i;

export interface DialectGuess {
  readonly dialect: Dialect;
  /** Letters of the `sep=` line at the start that are no row. */
  readonly skip: number;
}

/**
 * Separator and quote as the text itself shows them: the separator that cuts most records into
 * the same number of fields, the header among them. `chosen` is the user's own choice; `goesOn`
 * where the sample is only the start of the text.
 */
export function findDialect(
  sample: string,
  chosen: string | undefined,
  goesOn: boolean,
): DialectGuess {
  const line = SEPARATOR_LINE.exec(sample);
  const skip = line?.[0].length ?? 0;
  const text = sample.slice(skip);
  const delimiter = chosen ?? line?.[1] ?? line?.[2] ?? bestDelimiter(text, goesOn);
  return { dialect: dialectOf(text, delimiter), skip };
}

function bestDelimiter(text: string, goesOn: boolean): Delimiter {
  // A single column: any separator that its values do not hold.
  let best = DELIMITERS.find((one) => !text.includes(one)) ?? ",";
  let bestScore = SINGLE_COLUMN;
  const all = withoutBroken(DELIMITERS.map((delimiter) => cutBy(text, delimiter, goesOn)));
  // Decimal commas cut rows, but not their header: what cuts every line alike goes before.
  const whole = all.filter((one) => one.isWhole);
  const cuts = whole.length > 0 ? whole : all;
  const fewest = Math.min(...cuts.filter((one) => one.evenness > 0).map((one) => one.torn));
  for (const { delimiter, evenness, torn } of cuts) {
    // Quotes stand at the edges of fields, unless the wrong separator cut what they hold.
    const score = evenness * (1 - Math.min(1, torn - fewest) * TORN);
    if (score > bestScore + 1e-9) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

interface Cut {
  readonly delimiter: Delimiter;
  /** 0 to 1: how evenly and into how many fields the separator cuts the records. */
  readonly evenness: number;
  /** Whether all records have as many fields as the first one, the header. */
  readonly isWhole: boolean;
  /** Whether quoted fields break off beside it. */
  readonly isBroken: boolean;
  /** Quotes inside fields, by records. */
  readonly torn: number;
}

/** A separator beside which quoted fields break off is not the one they were quoted for, if there is another. */
function withoutBroken(cuts: readonly Cut[]): readonly Cut[] {
  const hasOther = cuts.some((one) => !one.isBroken && one.evenness > 0);
  return cuts.map((one) =>
    one.isBroken && hasOther ? { ...one, evenness: one.evenness * BROKEN } : one,
  );
}

function cutBy(text: string, delimiter: Delimiter, goesOn: boolean): Cut {
  const dialect = dialectOf(text, delimiter);
  const parser = new CsvParser(dialect);
  const whole = parser.push(text);
  // What the sample cuts off says nothing, unless there is nothing else.
  const records = goesOn && whole.length > 0 ? whole : [...whole, ...parser.end()];
  const used = records
    .slice(0, SAMPLE_RECORDS)
    .filter((fields) => fields.some((field) => field.trim() !== ""));
  const inner = used.flat().filter((field) => field.includes(dialect.quote)).length;
  const broken = parser.brokenQuotes + parser.strayQuotes;
  const isBroken = broken > Math.max(1, used.length * 0.1);
  const evenness = evennessOf(used, delimiter === "," && !/,(?! )/.test(text));
  return {
    delimiter,
    isWhole: !isBroken && evenness > 0 && used.length > 2 && isEven(used),
    evenness,
    isBroken,
    torn: used.length === 0 ? 0 : inner / used.length,
  };
}

function isEven(records: readonly (readonly string[])[]): boolean {
  const width = records[0]?.length ?? 0;
  return width > 1 && records.every((fields) => fields.length === width);
}

/** `isProse`: commas with blanks behind them, as in titles and in "Last, First". */
function evennessOf(records: readonly (readonly string[])[], isProse: boolean): number {
  const counts = records.map((fields) => fields.length);
  let best = 0;
  for (const count of new Set(counts)) {
    if (count < 2) continue;
    // Titles may stand above the header.
    const header = counts.indexOf(count);
    const below = counts.slice(header);
    const times = below.filter((one) => one === count).length;
    const several = below.filter((one) => one > 1).length;
    // A list of "Last, First" has one word above it as well.
    const weight = isProse && header > 0 ? 0.2 : header > 5 ? 0.5 : 1;
    // Rows may leave fields out at their end: being cut at all counts somewhat less.
    const notes = counts.length - 1 - counts.findLastIndex((one) => one > 1);
    const beside = Math.min(header, MAX_TITLES) + Math.min(notes, MAX_TITLES);
    const rows = counts.length - beside * TITLE_DISCOUNT;
    const cut = Math.max(times, several * 0.75) / rows;
    best = Math.max(best, cut * (1 - 1 / count) * weight);
  }
  return best;
}

function dialectOf(text: string, delimiter: string): Dialect {
  const quote = findQuote(text, delimiter);
  return { delimiter, quote, escape: findEscape(text, delimiter, quote) };
}

/**
 * Databases write a quote inside a field as `\"`. Only where they do is a backslash more than a
 * letter: paths end with one.
 */
function findEscape(text: string, delimiter: string, quote: string): "double" | "backslash" {
  const inside = text.split(`\\${quote}`).slice(1);
  const isInside = inside.some((rest) => {
    const next = rest[0] ?? delimiter;
    return next !== delimiter && next !== "\r" && next !== "\n" && next !== quote;
  });
  return isInside && !text.includes(quote + quote + quote) ? "backslash" : "double";
}

/** Fields in single quotes or backticks are rare, and only where no double quote opens a field. */
function findQuote(text: string, delimiter: string): string {
  const head = text.slice(0, 20_000);
  const isBorder = (at: number): boolean => {
    const letter = head[at];
    return letter === undefined || letter === delimiter || letter === "\r" || letter === "\n";
  };
  for (let at = head.indexOf('"'); at >= 0; at = head.indexOf('"', at + 1)) {
    if (isBorder(at - 1)) return '"';
  }
  return OTHER_QUOTES.find((quote) => areQuotes(head, quote, isBorder)) ?? '"';
}

const OTHER_QUOTES: readonly string[] = ["'", "`"];

function areQuotes(text: string, quote: string, isBorder: (at: number) => boolean): boolean {
  let opened = 0;
  let closed = 0;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (isBorder(at - 1)) opened += 1;
    if (isBorder(at + 1)) closed += 1;
  }
  return opened > 3 && closed >= opened * 0.9;
}
