import { cutCell, MAX_CELL } from "../../../common/tables/limits.ts";
import { MAX_FINDING_ROWS } from "../finding.ts";
import type { CellMark, SourceRow } from "../source.ts";
import type { Dialect } from "./csv-parser.ts";
import { OTHER_ENCODING } from "./encoding/decoder.ts";
import { type LineMarks, unmarkLine } from "./marked-lines.ts";
import { joinQuoted } from "./typographic-quotes.ts";
import { SHORT_BLOCK, type UsualWidth } from "./usual-width.ts";
import { cutOtherwise, unwrapped } from "./wrapped-lines.ts";

/** Records to numbered rows; blank rows are held back until a row that is used follows. */
export class RowNumbering {
  #next = 1;
  #blank: SourceRow[] = [];
  /** A run of rows that are short by as much. */
  #short: SourceRow[] = [];
  #shortFields = 0;
  #inBlock = false;
  readonly #width: number | null;
  readonly #provesShort: boolean;

  readonly #dialect: Dialect;
  /** Lines in quotes as a whole. */
  wrapped = 0;
  /** Rows with text in the other of two encodings. */
  readonly otherRows: number[] = [];
  others = 0;
  /** The first such value, and its column. */
  otherValue = "";
  otherColumn = 0;

  /** Rows that have another separator than the others. */
  separated = 0;
  readonly separatedRows: number[] = [];

  /** Rows with a value in typographic quotes that holds the separator. */
  quoted = 0;
  readonly quotedRows: number[] = [];

  /** Whether the header has another separator than the rows. */
  headerOtherwise = false;
  #isFirst = true;
  readonly #lineWidth: number;
  readonly #wraps: boolean;
  readonly #lineMarks: LineMarks | null;

  /**
   * @param wraps where lines stand in quotes as a whole: how many values each has
   * @param lineMarks what else stands around or behind lines
   */
  constructor(
    usual: UsualWidth | null,
    dialect: Dialect,
    wraps: number | null,
    rowWidth: number,
    lineMarks: LineMarks | null,
  ) {
    this.#wraps = wraps !== null;
    this.#lineMarks = lineMarks;
    this.#lineWidth = wraps ?? usual?.width ?? rowWidth;
    this.#width = usual?.width ?? null;
    this.#provesShort = usual?.provesShort ?? false;
    this.#dialect = dialect;
  }

  /**
   * @param marked whether some of it may be marked as written in another encoding
   * @param openQuotes the numbers of records with a quote that is never closed
   */
  add(records: readonly string[][], marked: boolean, openQuotes: readonly number[]): SourceRow[] {
    const rows: SourceRow[] = [];
    for (const record of records) {
      const number = this.#next++;
      const isHeader = this.#isFirst;
      if (this.#lineMarks !== null) this.#unmarkLine(record, this.#lineMarks);
      const cells = this.#inner(record, number) ?? this.#joined(record, number, isHeader);
      const fields = cells.length;
      if (marked) this.#unmark(cells, number);
      const marks = trim(cells);
      let row: SourceRow = marks === undefined ? { number, cells } : { number, cells, marks };
      const width = this.#width;
      const isShort = width !== null && fields < width && this.#provesShort;
      // Of the header it tells which cells without a name are columns all the same.
      const isWhole = fields === width && isHeader;
      if (width !== null && (fields > width || isShort || isWhole)) row = { ...row, fields, width };
      if (openQuotes.length > 0 && openQuotes.includes(number)) row = { ...row, openQuote: true };
      const isHeld = this.#short.length > 0 || this.#inBlock;
      if (isHeld && (fields !== this.#shortFields || cells.length === 0)) this.#endShort(rows);
      if (cells.length === 0) this.#blank.push(row);
      else {
        if (this.#blank.length > 0) {
          rows.push(...this.#blank);
          this.#blank = [];
        }
        if (isShort) this.#addShort(row, fields, rows);
        else rows.push(row);
      }
    }
    return rows;
  }

  /** The rows that were held back, at the end. */
  end(): SourceRow[] {
    const rows: SourceRow[] = [];
    this.#endShort(rows);
    return rows;
  }

  /** What stands behind all lines is no part of any, and needs no word. */
  #unmarkLine(record: string[], marks: LineMarks): void {
    if (unmarkLine(record, marks) && marks.open !== "") this.wrapped += 1;
  }

  /** A run of short rows is held back until it shows whether they are broken, or a block of a program's. */
  #addShort(row: SourceRow, fields: number, rows: SourceRow[]): void {
    this.#shortFields = fields;
    this.#short.push(row);
    if (this.#short.length < SHORT_BLOCK) return;
    for (const { fields: _, width: __, ...plain } of this.#short) rows.push(plain);
    this.#short = [];
    this.#inBlock = true;
  }

  #endShort(rows: SourceRow[]): void {
    for (const row of this.#short) {
      const { fields: _, width: __, ...plain } = row;
      rows.push(this.#inBlock ? plain : row);
    }
    this.#short = [];
    this.#inBlock = false;
  }

  /** Values that stand in the first one: quoted as a whole, or behind another separator. */
  #inner(record: readonly string[], number: number): string[] | null {
    const [line = ""] = record;
    const isHeader = this.#isFirst;
    if (record.length > 1 || line.trim() !== "") this.#isFirst = false;
    if (record.length !== 1 && (record.length === 0 || !this.#wraps)) return null;
    const fields = unwrapped(record, this.#dialect, this.#lineWidth);
    if (fields !== null) this.wrapped += 1;
    if (fields !== null || record.length > 1) return fields;
    const other = cutOtherwise(line, this.#dialect.delimiter, this.#lineWidth);
    if (other === null) return null;
    if (isHeader) this.headerOtherwise = true;
    else {
      this.separated += 1;
      if (this.separatedRows.length < MAX_FINDING_ROWS) this.separatedRows.push(number);
    }
    return other;
  }

  /** A value in typographic quotes that holds the separator is one, where its row has too many without it. */
  #joined(record: string[], number: number, isHeader: boolean): string[] {
    const width = this.#lineWidth;
    if (record.length <= width) return record;
    const joined = joinQuoted(record, this.#dialect.delimiter);
    if (joined.length !== width) return record;
    if (!isHeader) {
      this.quoted += 1;
      if (this.quotedRows.length < MAX_FINDING_ROWS) this.quotedRows.push(number);
    }
    return joined;
  }

  #unmark(cells: string[], row: number): void {
    let isOther = false;
    for (const [at, cell] of cells.entries()) {
      if (!cell.includes(OTHER_ENCODING)) continue;
      isOther = true;
      const value = cell.replaceAll(OTHER_ENCODING, "");
      cells[at] = value;
      if (this.otherValue !== "") continue;
      this.otherValue = value;
      this.otherColumn = at;
    }
    if (!isOther) return;
    this.others += 1;
    if (this.otherRows.length < MAX_FINDING_ROWS) this.otherRows.push(row);
  }
}

/**
 * `="0012"` is how some exports keep a program from taking zeros away: it reads 0012. Some double
 * its quotes without quoting the cell.
 */
const GUARDED = /^=("{1,2})([^"]*)\1$/;

/** Cuts empty cells off the end, takes guards off and cuts what no cell can hold, which it marks. */
function trim(cells: string[]): ReadonlyMap<number, CellMark> | undefined {
  let marks: Map<number, CellMark> | undefined;
  let length = cells.length;
  while (length > 0 && cells[length - 1] === "") length--;
  if (length < cells.length) cells.length = length;
  for (let at = 0; at < length; at++) {
    const cell = cells[at] as string;
    if (cell.charCodeAt(0) === 0x3d && cell.charCodeAt(1) === 0x22) {
      cells[at] = cell.replace(GUARDED, "$2");
    }
    if (cell.length > MAX_CELL) {
      cells[at] = cutCell(cell);
      marks ??= new Map();
      marks.set(at, "too-long");
    }
  }
  return marks;
}
