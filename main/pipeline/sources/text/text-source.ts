import { createReadStream } from "node:fs";
import { basename, extname } from "node:path";
import type { FileFormat } from "../../../../preload/types.ts";
import { cutCell, MAX_CELL, MAX_COLUMNS } from "../../../common/tables/limits.ts";
import { checkCancelled, FileFault } from "../fault.ts";
import type { CellMark, ListSource, SourceNotice, SourceOptions, SourceRow } from "../source.ts";
import { CsvParser, type Dialect, RecordTooLong, TooManyFields } from "./csv-parser.ts";
import { findDialect } from "./delimiter.ts";
import { createDecoder } from "./encoding/decoder.ts";
import type { EncodingGuess } from "./encoding/encoding.ts";
import { usualWidth } from "./usual-width.ts";
import { unwrapped } from "./wrapped-lines.ts";

const PIECE = 256 * 1024;
/** The separator shows in the first lines. */
const SAMPLE_BYTES = 128 * 1024;

/** A .csv, .tsv or .txt whose encoding was looked for; separator from the content unless chosen. */
export function openText(path: string, found: EncodingGuess, options: SourceOptions): ListSource {
  const encoding = options.encoding ?? found.encoding;
  const sample = createDecoder(encoding).write(found.head.subarray(0, SAMPLE_BYTES));
  const goesOn = found.head.length > SAMPLE_BYTES;
  const guess = findDialect(sample.replaceAll("\0", ""), options.delimiter, goesOn);
  const name = basename(path, extname(path));
  const width = usualWidth(sample.slice(guess.skip), guess.dialect, goesOn);
  let notices: readonly SourceNotice[] = [];

  async function* rows(): AsyncGenerator<readonly SourceRow[]> {
    const decoder = createDecoder(encoding);
    const parser = new CsvParser(guess.dialect, MAX_COLUMNS);
    const numbering = new RowNumbering(width, guess.dialect);
    let skip = guess.skip;
    let zeros = 0;
    for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
      checkCancelled(options.signal);
      let text = decoder.write(piece);
      if (text.includes("\0")) {
        const without = text.replaceAll("\0", "");
        zeros += text.length - without.length;
        text = without;
      }
      if (skip > 0) {
        const cut = Math.min(skip, text.length);
        text = text.slice(cut);
        skip -= cut;
      }
      const found = numbering.add(parsed(() => parser.push(text)));
      if (found.length > 0) yield found;
    }
    const last = parsed(() => [...parser.push(decoder.end()), ...parser.end()]);
    cutEndMark(last);
    const found = numbering.add(last);
    if (found.length > 0) yield found;
    notices = textNotices(parser, decoder.unreadable, zeros);
    const { wrapped } = numbering;
    if (wrapped > 0)
      notices = [...notices, { code: "lines-in-quotes", params: { count: wrapped } }];
  }

  return {
    format: formatOf(path, guess.dialect.delimiter),
    encoding,
    delimiter: guess.dialect.delimiter,
    sheets: [{ name, hidden: false, rows: null, columns: null }],
    rows,
    notices: () => notices,
    async close() {
      // Nothing is held open between reads.
    },
  };
}

function parsed(parse: () => string[][]): string[][] {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RecordTooLong) throw new FileFault("file-not-a-list", error.message);
    if (error instanceof TooManyFields) throw new FileFault("file-too-wide", error.message);
    throw error;
  }
}

/** Records to numbered rows; blank rows are held back until a row that is used follows. */
class RowNumbering {
  #next = 1;
  #blank: SourceRow[] = [];
  readonly #width: number | null;

  readonly #dialect: Dialect;
  /** Lines in quotes as a whole. */
  wrapped = 0;

  constructor(width: number | null, dialect: Dialect) {
    this.#width = width;
    this.#dialect = dialect;
  }

  add(records: readonly string[][]): SourceRow[] {
    const rows: SourceRow[] = [];
    for (const record of records) {
      const inner = record.length === 1 ? unwrapped(record, this.#dialect, this.#width ?? 0) : null;
      if (inner !== null) this.wrapped += 1;
      const cells = inner ?? record;
      const fields = cells.length;
      const marks = trim(cells);
      const number = this.#next++;
      let row: SourceRow = marks === undefined ? { number, cells } : { number, cells, marks };
      const width = this.#width;
      if (width !== null && fields !== width) row = { ...row, fields, width };
      if (cells.length === 0) this.#blank.push(row);
      else {
        if (this.#blank.length > 0) {
          rows.push(...this.#blank);
          this.#blank = [];
        }
        rows.push(row);
      }
    }
    return rows;
  }
}

/** `="0012"` is how some exports keep a program from taking zeros away: it reads 0012. */
const GUARDED = /^="([^"]*)"$/;

/** Cuts empty cells off the end, takes guards off and cuts what no cell can hold, which it marks. */
function trim(cells: string[]): ReadonlyMap<number, CellMark> | undefined {
  let marks: Map<number, CellMark> | undefined;
  let length = cells.length;
  while (length > 0 && cells[length - 1] === "") length--;
  if (length < cells.length) cells.length = length;
  for (let at = 0; at < length; at++) {
    const cell = cells[at] as string;
    if (cell.charCodeAt(0) === 0x3d && cell.charCodeAt(1) === 0x22) {
      cells[at] = cell.replace(GUARDED, "$1");
    }
    if (cell.length > MAX_CELL) {
      cells[at] = cutCell(cell);
      marks ??= new Map();
      marks.set(at, "too-long");
    }
  }
  return marks;
}

/** Old programs end a text with Ctrl-Z. */
function cutEndMark(records: string[][]): void {
  const last = records.at(-1);
  const cell = last?.at(-1);
  if (last === undefined || cell === undefined || !cell.endsWith("\u001a")) return;
  if (cell.length === 1 && last.length === 1) records.pop();
  else last[last.length - 1] = cell.slice(0, -1);
}

function textNotices(
  { strayQuotes, brokenQuotes }: CsvParser,
  unreadable: number,
  zeros: number,
): SourceNotice[] {
  const notices: SourceNotice[] = [];
  if (brokenQuotes > 0) notices.push({ code: "broken-quotes", params: { count: brokenQuotes } });
  if (strayQuotes > 0) notices.push({ code: "stray-quotes", params: { count: strayQuotes } });
  if (unreadable > 0) notices.push({ code: "unreadable-letters", params: { count: unreadable } });
  if (zeros > 0) notices.push({ code: "zero-bytes", params: { count: zeros } });
  return notices;
}

function formatOf(path: string, delimiter: string): FileFormat {
  switch (extname(path).toLowerCase()) {
    case ".csv":
      return "csv";
    case ".tsv":
    case ".tab":
      return "tsv";
    case ".txt":
      return "txt";
    default:
      return delimiter === "\t" ? "tsv" : "csv";
  }
}
