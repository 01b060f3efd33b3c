import { MAX_COLUMNS } from "../../../common/tables/limits.ts";
import { Allowance } from "../allowance.ts";
import type { CoveredCells, MergedRange } from "../cells/covered-cells.ts";
import { isoCellText } from "../cells/dates.ts";
import type { FilledCells } from "../cells/filled-cells.ts";
import { NumberReader } from "../cells/number-cell.ts";
import { shownText } from "../cells/text-format.ts";
import { damaged } from "../fault.ts";
import type { SourceRow } from "../source.ts";
import { attributeAt } from "../xml/attributes.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { xmlText } from "../xml/text.ts";
import { type CellType, cellTypeOf } from "./cell-type.ts";
import { hiddenColumns } from "./hidden-columns.ts";
import { joined } from "./joined.ts";
import { addMergedRange } from "./merged-cells.ts";
import { COLUMN_BITS, KIND_SHIFT, PlainWindow, RECORD, STYLE_SHIFT } from "./plain/plain-window.ts";
import { columnNumber, position, wholeNumber } from "./references.ts";
import { RowBuilder, type RowCounts } from "./row-builder.ts";
import type { CellStyles } from "./styles.ts";

const A_F = 0x66;
const A_R = 0x72;
const A_S = 0x73;
const A_T = 0x74;
const C = 0x63;
const V = 0x76;
const O = 0x6f;
const H = 0x68;
const I = 0x69;

export interface SheetContext {
  /** Text of a shared string by index. */
  readonly string: (index: number) => string;
  readonly styles: CellStyles;
  readonly date1904: boolean;
  /** Whether a formula's 0 is none of its result. */
  readonly uncalculated?: boolean;
  readonly covered?: CoveredCells | undefined;
  /** Notes which cells hold something. */
  readonly filled?: FilledCells | undefined;
}

/**
 * Cells of a worksheet's XML as they come: rows that hold something, in order, without the blank
 * rows between them. Positions come from `r` where it is written, else from the order.
 */
export class SheetScanner extends XmlScanner {
  hiddenColumns = 0;
  /** Behind the last row: nothing more will come. */
  done = false;
  /** The merged ranges, which stand behind the rows. */
  readonly merged: MergedRange[] = [];
  readonly #context: SheetContext;
  readonly #numbers: NumberReader;
  readonly #window = new PlainWindow();
  readonly #rows: RowBuilder;
  readonly #allowance = new Allowance();
  #inData = false;
  #column = -1;
  #type: CellType = "number";
  #style = 0;
  #inCell = false;
  #inInline = false;
  #inPhonetic = false;
  #raw: string | null = null;
  /** A shared string's index; -1 where the cell names none. */
  #shared = -1;
  #inlineText: string | null = null;
  #isFormula = false;
  /** The texts of the cells that are read ahead. */
  #texts = "";
  /** Formulas whose results the file does not hold. */
  unresolved = 0;

  constructor(context: SheetContext) {
    super();
    this.#context = context;
    this.#numbers = new NumberReader(context.date1904);
    this.#rows = new RowBuilder(this.#allowance, context.covered, context.filled);
  }

  override push(piece: Buffer): void {
    this.#allowance.earn(piece.length);
    super.push(piece);
  }

  /** The rows completed since the last call. */
  take(): SourceRow[] {
    return this.#rows.take();
  }

  get counted(): RowCounts {
    return this.#rows;
  }

  protected override join(rest: Buffer, piece: Buffer): Buffer {
    return this.#window.join(rest, piece);
  }

  protected override ahead(at: number): number {
    if (!this.#inData || this.#inCell) return at;
    const behind = this.#window.cells(at);
    if (behind === at) return at;
    const { records, words } = this.#window;
    // A value cut out of one text costs a fraction of one decoded by itself.
    this.#texts = this.#window.texts;
    for (let word = 0; word < words; word += 3) {
      this.#takeRecord(
        records[word] as number,
        records[word + 1] as number,
        records[word + 2] as number,
      );
    }
    this.#texts = "";
    this.#column = this.#window.column;
    return behind;
  }

  /** A row's start or end, or a cell: its kind, style and column, then its value. */
  #takeRecord(head: number, value: number, to: number): void {
    const kind = head >> KIND_SHIFT;
    if (kind === RECORD.row) this.#rows.start(value, false);
    else if (kind === RECORD.rowEnd) this.#rows.end();
    else {
      this.#column = head & COLUMN_BITS;
      this.#style = (head >> STYLE_SHIFT) & COLUMN_BITS;
      this.#put(this.#recordText(kind, value, to));
    }
  }

  #recordText(kind: number, value: number, to: number): string {
    if (kind === RECORD.shared) return this.#shown(this.#context.string(value));
    if (kind === RECORD.utf8) return this.#shown(this.bytes.toString("utf8", value, to));
    const raw = this.#texts.slice(value, to);
    return kind === RECORD.text ? this.#shown(raw) : this.#numberText(raw);
  }

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const length = nameEnd - from;
    const first = this.bytes[from];
    if (!this.#inData) {
      this.#openOutside(from, nameEnd, to, empty);
    } else if (length === 1) {
      if (first === C) this.#openCell(nameEnd, to, empty);
      else if (first === V) this.wantsText = this.#inCell && !empty;
      else if (first === A_F) this.#isFormula = this.#inCell;
      else if (first === A_T) this.wantsText = this.#inInline && !this.#inPhonetic && !empty;
    } else if (length === 3 && first === A_R) {
      const second = this.bytes[from + 1];
      if (second === O) this.#openRow(nameEnd, to, empty);
      else if (this.bytes[from + 2] === H) this.#inPhonetic = !empty;
    } else if (length === 2 && first === I && this.bytes[from + 1] === A_S) {
      this.#inInline = this.#inCell && !empty;
    }
  }

  protected close(from: number, to: number): void {
    if (!this.#inData) return;
    const length = to - from;
    const first = this.bytes[from];
    if (length === 1) {
      if (first === C) this.#closeCell();
      else if (first === V || first === A_T) this.wantsText = false;
    } else if (length === 3 && first === A_R) {
      if (this.bytes[from + 1] === O) this.#rows.end();
      else if (this.bytes[from + 2] === H) this.#inPhonetic = false;
    } else if (length === 2) {
      if (first === I && this.bytes[from + 1] === A_S) this.#inInline = false;
    } else if (length === 9 && this.bytes.toString("latin1", from, to) === "sheetData") {
      this.#inData = false;
      this.done = true;
    }
  }

  protected text(from: number, to: number, literal: boolean): void {
    if (this.#inInline) {
      const text = xmlText(this.bytes, from, to, literal, true);
      this.#inlineText = joined(this.#inlineText, text);
      return;
    }
    if (this.#type === "shared" && this.#raw === null && this.#shared < 0) {
      this.#shared = wholeNumber(this.bytes, from, to);
      if (this.#shared >= 0) return;
    }
    const text =
      this.#type === "text" || this.#type === "error"
        ? xmlText(this.bytes, from, to, literal, true)
        : this.bytes.toString("latin1", from, to);
    // A comment may cut a number in two.
    if (this.#shared >= 0) this.#raw = String(this.#shared);
    this.#shared = -1;
    this.#raw = joined(this.#raw, text);
  }

  #openOutside(from: number, nameEnd: number, to: number, empty: boolean): void {
    const name = this.bytes.toString("latin1", from, nameEnd);
    if (name === "sheetData" && !this.done) {
      this.#inData = !empty;
      this.done = empty;
    } else if (name === "mergeCell") {
      addMergedRange(this.merged, this.bytes, nameEnd, to);
    } else if (name === "col") {
      this.hiddenColumns += hiddenColumns(this.bytes.toString("latin1", nameEnd, to));
    }
  }

  #openRow(from: number, to: number, empty: boolean): void {
    let number = this.#rows.number + 1;
    let hidden = false;
    for (let at = from; at < to; ) {
      const { nameStart, nameEnd, valueStart, valueEnd } = attributeAt(this.bytes, at, to);
      at = valueEnd + 1;
      const length = nameEnd - nameStart;
      if (length === 1 && this.bytes[nameStart] === A_R) {
        number = position(this.bytes, valueStart, valueEnd);
      } else if (length === 6 && this.bytes[nameStart] === 0x68) {
        const value = this.bytes[valueStart];
        hidden = value === 0x31 || value === A_T;
      }
    }
    this.#rows.start(number, hidden);
    this.#column = -1;
    if (empty) this.#rows.end();
  }

  #openCell(from: number, to: number, empty: boolean): void {
    this.#column++;
    this.#type = "number";
    this.#style = 0;
    this.#raw = null;
    this.#shared = -1;
    this.#inlineText = null;
    this.#isFormula = false;
    for (let at = from; at < to; ) {
      const { nameStart, nameEnd, valueStart, valueEnd } = attributeAt(this.bytes, at, to);
      at = valueEnd + 1;
      if (nameEnd - nameStart !== 1) continue;
      const name = this.bytes[nameStart];
      if (name === A_R) {
        const column = columnNumber(this.bytes, valueStart, valueEnd);
        if (column >= 0) this.#column = column;
      } else if (name === A_S) this.#style = position(this.bytes, valueStart, valueEnd);
      else if (name === A_T) this.#type = cellTypeOf(this.bytes, valueStart, valueEnd);
    }
    if (this.#column >= MAX_COLUMNS) throw damaged("a cell beyond the sheet's last column");
    this.#inCell = !empty;
  }

  #closeCell(): void {
    this.#inCell = false;
    const isUnresolved = this.#isFormula && this.#type === "number" && this.#lacksResult();
    if (isUnresolved) {
      this.unresolved += 1;
      this.#rows.mark(this.#column, "no-result");
    } else this.#put(this.#cellText());
  }

  #put(text: string): void {
    this.#rows.put(this.#column, text);
    const { struck } = this.#context.styles;
    if (text !== "" && struck?.has(this.#style) === true) this.#rows.strike();
  }

  /** A formula whose result is an empty text says that it is a text. */
  #lacksResult(): boolean {
    return this.#cellText() === "" || (this.#context.uncalculated === true && this.#raw === "0");
  }

  #cellText(): string {
    if (this.#shared >= 0) return this.#shown(this.#context.string(this.#shared));
    const raw = this.#raw;
    if (raw === null) return this.#shown(this.#inlineText ?? "");
    switch (this.#type) {
      case "shared":
        return raw === "" ? "" : this.#shown(this.#context.string(Number(raw)));
      case "text":
      case "inline":
        return this.#shown(this.#inlineText ?? raw);
      case "boolean":
        return raw.trim() === "1" || raw.trim().toLowerCase() === "true" ? "TRUE" : "FALSE";
      case "error":
      case "date":
        this.#rows.mark(this.#column, this.#type);
        return this.#type === "error" ? raw : isoCellText(raw);
      case "number":
        return this.#numberText(raw);
    }
  }

  #shown(text: string): string {
    return shownText(text, this.#context.styles.texts?.get(this.#style));
  }

  #numberText(raw: string): string {
    const text = this.#numbers.text(raw, this.#context.styles.formats[this.#style] ?? null);
    if (this.#numbers.mark !== undefined) this.#rows.mark(this.#column, this.#numbers.mark);
    return text;
  }
}
