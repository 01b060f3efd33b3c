import { basename, extname } from "node:path";
import type { FileFormat } from "../../../../preload/types.ts";
import { MAX_COLUMNS } from "../../../common/tables/limits.ts";
import { checkCancelled, FileFault } from "../fault.ts";
import type { ListSource, SourceNotice, SourceOptions, SourceRow } from "../source.ts";
import { isAligned, widthBelow } from "./below-header.ts";
import { CsvParser, RecordTooLong, TooManyFields } from "./csv-parser.ts";
import { findDialect } from "./delimiter.ts";
import { createDecoder, OTHER_ENCODING, type TextStreamDecoder } from "./encoding/decoder.ts";
import type { EncodingGuess } from "./encoding/encoding.ts";
import { createMixedDecoder } from "./encoding/mixed-decoder.ts";
import { unsureNotice } from "./encoding/unsure-notice.ts";
import { filePieces } from "./file-pieces.ts";
import { gapsOfAll, LinedUpParser, linedUp } from "./lined-up.ts";
import { lineMarks, withoutLineMarks } from "./marked-lines.ts";
import { RowNumbering } from "./row-numbering.ts";
import { withPlainQuotes } from "./typographic-quotes.ts";
import { usualWidth } from "./usual-width.ts";
import { wrappedLines } from "./wrapped-lines.ts";

/** The separator shows in the first lines. */
const SAMPLE_BYTES = 128 * 1024;

/** A .csv, .tsv or .txt whose encoding was looked for; separator from the content unless chosen. */
export function openText(path: string, found: EncodingGuess, options: SourceOptions): ListSource {
  const encoding = options.encoding ?? found.encoding;
  const decoderOf = () => createListDecoder(found, options.encoding);
  const goesOn = found.head.length > SAMPLE_BYTES;
  const written = sampleOf(decoderOf(), found.head, goesOn);
  const marks = options.delimiter === "blanks" ? null : lineMarks(written, goesOn);
  const sample = withoutLineMarks(written, marks);
  const byBlanks = options.delimiter === "blanks";
  const chosen = options.delimiter === "blanks" ? undefined : options.delimiter;
  const gaps = byBlanks ? linedUp(sample, goesOn) : null;
  const wraps =
    gaps === null ? wrappedLines(sample.replace(/^"?sep=.*[\r\n]+/i, ""), chosen) : null;
  const guess = findDialect(sample, chosen ?? wraps?.delimiter, goesOn);
  const name = basename(path, extname(path));
  const quoted = withPlainQuotes(sample.slice(guess.skip), guess.dialect.delimiter);
  const width =
    gaps === null
      ? usualWidth(quoted, guess.dialect, goesOn)
      : { width: gaps.length + 1, provesShort: true };
  const rowWidth = widthBelow(quoted, guess.dialect, goesOn);
  const aligned =
    gaps === null && isAligned(sample, guess.dialect) ? [alignedNotice(sample, goesOn)] : [];
  const asked =
    options.encoding === undefined
      ? unsureNotice(found, sample.slice(guess.skip), guess.dialect)
      : [];
  let notices: readonly SourceNotice[] = [];

  async function* rows(): AsyncGenerator<readonly SourceRow[]> {
    const decoder = decoderOf();
    const parser =
      gaps === null
        ? new CsvParser(guess.dialect, MAX_COLUMNS)
        : new LinedUpParser((await gapsOfAll(textOf(path, decoderOf()), gaps)) ?? gaps);
    const numbering = new RowNumbering(width, guess.dialect, wraps?.width ?? null, rowWidth, marks);
    let skip = guess.skip;
    let zeros = 0;
    for await (const piece of filePieces(path)) {
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
      const records = parsed(() => parser.push(text));
      const found = numbering.add(records, decoder.marked, parser.takeStrays());
      if (found.length > 0) yield found;
    }
    const last = parsed(() => [...parser.push(decoder.end()), ...parser.end()]);
    cutEndMark(last);
    const lastRows = numbering.add(last, decoder.marked, parser.takeStrays());
    const found = [...lastRows, ...numbering.end()];
    if (found.length > 0) yield found;
    notices = textNotices(parser, decoder, numbering, { encoding, zeros });
  }

  return {
    format: formatOf(path, guess.dialect.delimiter),
    encoding,
    delimiter: gaps === null ? guess.dialect.delimiter : "blanks",
    sheets: [{ name, hidden: false, rows: null, columns: null }],
    bytesARow: Math.min(found.head.length, SAMPLE_BYTES) / sample.split("\n").length,
    rows,
    notices: () => [...asked, ...aligned, ...notices],
    async close() {
      // Nothing is held open between reads.
    },
  };
}

async function* textOf(path: string, decoder: TextStreamDecoder): AsyncGenerator<string> {
  for await (const piece of filePieces(path)) {
    yield decoder.write(piece);
  }
  yield decoder.end();
}

/** A text whose columns are lined up with blanks: they are offered where they can be told. */
function alignedNotice(sample: string, goesOn: boolean): SourceNotice {
  const gaps = linedUp(sample, goesOn);
  if (gaps === null) return { code: "columns-of-blanks", params: {} };
  const params = { columns: gaps.length + 1 };
  return { code: "columns-lined-up", params, remedy: { delimiter: "blanks" } };
}

/** Of the encoding that was chosen, else of what was found, each line for itself where they differ. */
function createListDecoder(found: EncodingGuess, chosen: string | undefined): TextStreamDecoder {
  if (chosen === undefined && !/^(?:utf-(?:16|32)|iso-2022)/.test(found.encoding)) {
    return createMixedDecoder(found.encoding, found.older);
  }
  return createDecoder(chosen ?? found.encoding);
}

/** The start of a text; whole lines, unless there is none. */
function sampleOf(decoder: TextStreamDecoder, head: Buffer, goesOn: boolean): string {
  const begun = decoder.write(head.subarray(0, SAMPLE_BYTES));
  const text = goesOn && begun !== "" ? begun : begun + decoder.end();
  return text.replaceAll("\0", "").replaceAll(OTHER_ENCODING, "");
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

/** Old programs end a text with Ctrl-Z. */
function cutEndMark(records: string[][]): void {
  const last = records.at(-1);
  const cell = last?.at(-1);
  if (last === undefined || cell === undefined || !cell.endsWith("\u001a")) return;
  if (cell.length === 1 && last.length === 1) records.pop();
  else last[last.length - 1] = cell.slice(0, -1);
}

function textNotices(
  { brokenQuotes, brokenRecords }: CsvParser | LinedUpParser,
  { unreadable, older }: TextStreamDecoder,
  {
    wrapped,
    headerOtherwise,
    others,
    otherRows,
    otherValue,
    otherColumn,
    separated,
    separatedRows,
    quoted,
    quotedRows,
  }: RowNumbering,
  { encoding, zeros }: { readonly encoding: string; readonly zeros: number },
): SourceNotice[] {
  const notices: SourceNotice[] = [];
  const count = (code: string, number: number, rows?: readonly number[]) => {
    if (number <= 0) return;
    if (rows === undefined) notices.push({ code, params: { count: number } });
    else notices.push({ code, params: { count: number, row: rows[0] ?? 0 }, rows });
  };
  // The header's own quotes look broken beside the rows' separator.
  if (headerOtherwise) count("broken-quotes", brokenQuotes - 1, brokenRecords.slice(1));
  else count("broken-quotes", brokenQuotes, brokenRecords);
  count("rows-separated-otherwise", separated, separatedRows);
  count("values-in-typographic-quotes", quoted, quotedRows);
  count("unreadable-letters", unreadable);
  count("zero-bytes", zeros);
  count("lines-in-quotes", wrapped);
  if (headerOtherwise) notices.push({ code: "header-separated-otherwise", params: {} });
  if (others > 0) {
    const other = encoding === "utf-8" ? (older ?? "") : "utf-8";
    const params = { count: others, row: otherRows[0] ?? 0, other, encoding };
    const example = { seen: otherValue, column: otherColumn };
    notices.push({ code: "rows-in-other-encoding", params, rows: otherRows, example });
  }
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
