import { formOf } from "../form-of.ts";

/** How the fields of a text file are written. `quote` is "" where none is used. */
export interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
  /** How a quote inside a quoted field is written: twice (where absent), or behind a backslash. */
  readonly escape?: "double" | "backslash";
}

const LF = 0x0a;
const CR = 0x0d;
const BLANK = 0x20;
const BACKSLASH = 0x5c;

/**
 * A quoted field that goes on for longer than this has no end: its quote was a stray one. Notes of
 * some hundred thousand letters occur; a cell's own limit is another question.
 */
const MAX_QUOTED = 1024 * 1024;
/** Lines inside of quotes that have as many fields as the list: so many are no accident. */
const LINES_OF_WIDE = 2;
const LINES_OF_NARROW = 5;
/** Signs of a number that other lines may begin with by chance. */
const SHORT_NUMBER = 3;
/** From this many fields on a list is wide. */
const WIDE = 4;
/** Broken records that are named. */
const MAX_BROKEN = 100;
/** A line longer than this is no list. */
const MAX_RECORD = 16 * 1024 * 1024;

export class RecordTooLong extends Error {}
/** More fields in a record than a sheet has columns. */
export class TooManyFields extends Error {}
/** A whole number that needs no more room than others. */
const NO_LIMIT = 2 ** 30;
/** Answers in place of where a quoted field ends. */
const INCOMPLETE = -1;
const NOT_QUOTED = -2;
const TOO_MANY = "more fields than a sheet has columns";

/**
 * Cuts text into records and fields (RFC 4180, and what real files hold): line ends CR, LF or
 * CRLF, mixed; quoted fields with line breaks and doubled quotes; text behind a closing quote
 * belongs to the field; a quote that is never closed is a letter; records of any length. An
 * empty line is a record without fields. Text is untouched.
 */
export class CsvParser {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #quoteText: string;
  readonly #backslash: boolean;
  readonly #maxFields: number;
  #rest = "";
  /** The record in work is looked at again when so much of it is there: each look takes its length. */
  #lookAgainAt = 0;
  /** Fields of the first record, which in a list are the headers. */
  #width = 0;
  /** Quotes that were opened and never closed, and were read as letters. */
  strayQuotes = 0;
  #strayRecords: number[] = [];
  /** Fields that go on behind their closing quote. */
  brokenQuotes = 0;
  /** The first records that have one, counted from 1. */
  readonly brokenRecords: number[] = [];
  /** Of the quoted field that was found last. */
  #value = "";
  /** The records of the text in work, and how many went before. */
  #done: readonly string[][] = [];
  #records = 0;

  /** @param maxFields of a record; empty ones beyond are left out */
  constructor(dialect: Dialect, maxFields = NO_LIMIT) {
    this.#maxFields = maxFields;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quoteText = dialect.quote;
    this.#backslash = dialect.escape === "backslash";
    this.#quote = dialect.quote === "" ? -1 : dialect.quote.charCodeAt(0);
  }

  /** The records that are complete with this text. */
  push(text: string): string[][] {
    const all = this.#rest === "" ? text : this.#rest + text;
    const records: string[][] = [];
    if (all.length < this.#lookAgainAt && all.length <= MAX_RECORD) {
      this.#rest = all;
      return records;
    }
    const used = this.#parse(all, records, false);
    this.#records += records.length;
    this.#rest = used === all.length ? "" : all.slice(used);
    this.#lookAgainAt = this.#rest.length < MAX_QUOTED * 2 ? 0 : this.#rest.length * 2;
    if (this.#rest.length > MAX_RECORD) throw new RecordTooLong("a line without an end");
    return records;
  }

  /** The last record, where the text does not end with a line end. */
  end(): string[][] {
    const records: string[][] = [];
    if (this.#rest !== "") this.#parse(this.#rest, records, true);
    this.#rest = "";
    return records;
  }

  /** Parses whole records; answers the start of the one that is not complete. */
  #parse(text: string, records: string[][], final: boolean): number {
    const { length } = text;
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    let recordStart = 0;
    let at = 0;
    let fields: string[] = [];
    this.#done = records;
    while (at < length) {
      let quoted = "";
      const first = text.charCodeAt(at);
      if (first === quote || (first === BLANK && quote >= 0)) {
        const next = this.#quoted(text, at, final, fields);
        if (next === INCOMPLETE) return recordStart;
        if (next !== NOT_QUOTED) {
          quoted = this.#value;
          at = next;
        }
      }
      const end = endOfField(text, at, delimiter);
      if (end === length && !final) return recordStart;
      const code = end === length ? LF : text.charCodeAt(end);
      // A CR at the end may be half of a CRLF.
      if (code !== LF && end + 1 === length && !final) return recordStart;
      const value = end === at ? quoted : quoted + text.slice(at, end);
      if (code === delimiter) {
        this.#add(fields, value);
        at = end + 1;
        if (at < length) continue;
        this.#add(fields, "");
        records.push(fields);
        return length;
      }
      if (fields.length > 0 || value !== "") this.#add(fields, value);
      records.push(fields);
      if (this.#width === 0) this.#width = fields.length;
      at = end + 1;
      if (code === CR && text.charCodeAt(at) === LF) at++;
      fields = [];
      recordStart = at;
    }
    return recordStart;
  }

  #add(fields: string[], value: string): void {
    if (fields.length < this.#maxFields) fields.push(value);
    else if (value !== "") throw new TooManyFields(TOO_MANY);
  }

  /**
   * Reads a quoted field at `start` into `#value`, blanks before its quote left out where it is well
   * formed; answers where it ends. NOT_QUOTED: its first character is a letter like others.
   */
  #quoted(text: string, start: number, final: boolean, before: readonly string[]): number {
    let at = start;
    while (text.charCodeAt(at) === BLANK) at++;
    const padded = at > start;
    if (at >= text.length) return final ? NOT_QUOTED : INCOMPLETE;
    if (text.charCodeAt(at) !== this.#quote) return NOT_QUOTED;
    const from = at + 1;
    let doubled = false;
    let close = from;
    for (;;) {
      close = text.indexOf(this.#quoteText, close);
      if (close < 0 || close - from > MAX_QUOTED) {
        if (close < 0 && !final && text.length - from <= MAX_QUOTED) return INCOMPLETE;
        this.#addStray();
        return NOT_QUOTED;
      }
      if (this.#backslash && isEscaped(text, from, close)) {
        doubled = true;
        close += 1;
        continue;
      }
      if (close + 1 === text.length && !final) return INCOMPLETE;
      if (text.charCodeAt(close + 1) !== this.#quote) break;
      doubled = true;
      close += 2;
    }
    const inner = text.slice(from, close);
    if (
      /[\r\n]/.test(inner) &&
      (!this.#endsField(text, close + 1) || this.#holdsRows(inner, before))
    ) {
      // Two stray quotes in two lines look like one field: a real one ends where its quote closes,
      // and does not hold the rows between them.
      this.#addStray();
      return NOT_QUOTED;
    }
    this.#value = doubled ? this.#unescaped(inner) : inner;
    return this.#behind(text, close + 1, padded, final);
  }

  /**
   * Whether the lines inside of quotes are rows of the list: all but the first and the last have as many
   * fields as it, or those two as well with what stands before and behind them, and begin alike.
   */
  #holdsRows(inner: string, before: readonly string[]): boolean {
    const width = this.#width;
    if (width < 2) return false;
    const lines = inner.split(/\r\n|[\r\n]/);
    const [first = ""] = lines;
    const last = lines.at(-1) ?? "";
    const between = lines.slice(1, -1);
    if (between.some((line) => this.#fieldsOf(line) !== width)) return false;
    const enough = width < WIDE ? LINES_OF_NARROW : LINES_OF_WIDE;
    if (width >= WIDE - 1 && between.length >= enough) return true;
    const areRows =
      this.#fieldsOf(first) === width - before.length && this.#fieldsOf(last) === before.length + 1;
    const beginning = before[0] ?? this.#firstOf(first);
    // Of two columns, a line of a note such as "12,50 EUR" would be a row below the number 77.
    if (width === 2 && beginning.length <= SHORT_NUMBER) return false;
    return areRows && /\d|@/.test(beginning) && formOf(this.#firstOf(last)) === formOf(beginning);
  }

  #firstOf(line: string): string {
    return line.split(String.fromCharCode(this.#delimiter), 1)[0] ?? "";
  }

  #fieldsOf(line: string): number {
    let fields = 1;
    for (let at = 0; at < line.length; at++) {
      if (line.charCodeAt(at) === this.#delimiter) fields++;
    }
    return fields;
  }

  #unescaped(inner: string): string {
    const quote = this.#quoteText;
    const text = inner.replaceAll(quote + quote, quote);
    return this.#backslash ? text.replaceAll(`\\${quote}`, quote) : text;
  }

  #endsField(text: string, at: number): boolean {
    let next = at;
    while (text.charCodeAt(next) === BLANK) next++;
    const code = text.charCodeAt(next);
    return next >= text.length || code === this.#delimiter || code === LF || code === CR;
  }

  /** Blanks behind the closing quote are left out where the field ends behind them. */
  #behind(text: string, start: number, padded: boolean, final: boolean): number {
    let next = start;
    while (text.charCodeAt(next) === BLANK) next++;
    if (next >= text.length) return final ? next : INCOMPLETE;
    const code = text.charCodeAt(next);
    if (code === this.#delimiter || code === LF || code === CR) return next;
    if (padded) return NOT_QUOTED;
    this.brokenQuotes++;
    const record = this.#records + this.#done.length + 1;
    const noted = this.brokenRecords;
    if (noted.length < MAX_BROKEN && noted.at(-1) !== record) noted.push(record);
    return start;
  }

  #addStray(): void {
    this.strayQuotes++;
    this.#strayRecords.push(this.#records + this.#done.length + 1);
  }

  /** The records with such quotes among those of the last text, counted from 1. */
  takeStrays(): readonly number[] {
    const found = this.#strayRecords;
    if (found.length > 0) this.#strayRecords = [];
    return found;
  }
}

/** Where a field without quotes ends: at the delimiter, the line's end or the text's. */
function endOfField(text: string, start: number, delimiter: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === delimiter || code === LF || code === CR) break;
  }
  return at;
}

/** Whether an odd number of backslashes stands before `at`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let start = at;
  while (start > from && text.charCodeAt(start - 1) === BACKSLASH) start--;
  return (at - start) % 2 === 1;
}
