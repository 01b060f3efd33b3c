import type { CoveredCells, MergedRange } from "../cells/covered-cells.ts";
import { isoCellText } from "../cells/dates.ts";
import type { FilledCells } from "../cells/filled-cells.ts";
import { NumberReader } from "../cells/number-cell.ts";
import type { NumberFormat } from "../cells/number-format.ts";
import { damaged } from "../fault.ts";
import type { CellMark, SourceRow } from "../source.ts";
import { XmlScanner } from "../xml/scanner.ts";
import { xmlText } from "../xml/text.ts";
import { type CellType, cellTypeOf } from "./cell-type.ts";
import { addMergedRange } from "./merged-cells.ts";
import { columnNumber, MAX_COLUMNS, MAX_ROWS, wholeNumber } from "./references.ts";
import { RowMarks } from "./row-marks.ts";

const A_R = 0x72;
const A_S = 0x73;
const A_T = 0x74;
const C = 0x63;
const V = 0x76;
const O = 0x6f;
const H = 0x68;
const I = 0x69;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;

export interface SheetContext {
  /** Text of a shared string by index. */
  readonly string: (index: number) => string;
  readonly styles: readonly (NumberFormat | null)[];
  readonly date1904: boolean;
  readonly covered?: CoveredCells | undefined;
  /** Notes which cells hold something. */
  readonly filled?: FilledCells | undefined;
}

/**
 * Cells of a worksheet's XML as they come: rows that hold something, in order, without the blank
 * rows between them. Positions come from `r` where it is written, else from the order.
 */
export class SheetScanner extends XmlScanner {
  /** Rows with values that the sheet hides (by hand or by a filter). */
  hiddenRows = 0;
  hiddenColumns = 0;
  /** Behind the last row: nothing more will come. */
  done = false;
  /** The merged ranges, which stand behind the rows. */
  readonly merged: MergedRange[] = [];
  #rows: SourceRow[] = [];
  readonly #context: SheetContext;
  readonly #numbers: NumberReader;
  #inData = false;
  #row = 0;
  #rowHidden = false;
  #cells: string[] = [];
  readonly #marks = new RowMarks();
  #column = -1;
  #type: CellType = "number";
  #style = 0;
  #inCell = false;
  #inInline = false;
  #inPhonetic = false;
  #raw: string | null = null;
  /** A shared string's index, read from the bytes; -1 where the cell names none. */
  #shared = -1;
  #inlineText: string | null = null;

  constructor(context: SheetContext) {
    super();
    this.#context = context;
    this.#numbers = new NumberReader(context.date1904);
  }

  /** The rows completed since the last call. */
  take(): SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  protected open(from: number, nameEnd: number, to: number, empty: boolean): void {
    const length = nameEnd - from;
    const first = this.bytes[from];
    if (!this.#inData) {
      this.#openOutside(from, nameEnd, to, empty);
    } else if (length === 1) {
      if (first === C) this.#openCell(nameEnd, to, empty);
      else if (first === V) this.wantsText = this.#inCell && !empty;
      else if (first === A_T) {
        this.wantsText = this.#inInline && !this.#inPhonetic && !empty;
      }
    } else if (length === 3 && first === A_R) {
      const second = this.bytes[from + 1];
      if (second === O) this.#openRow(nameEnd, to, empty);
      else if (this.bytes[from + 2] === H) this.#inPhonetic = !empty;
    } else if (length === 2 && first === I && this.bytes[from + 1] === A_S) {
      this.#inInline = this.#inCell && !empty;
    }
  }

  protected close(from: number, to: number): void {
    const length = to - from;
    const first = this.bytes[from];
    if (!this.#inData) return;
    if (length === 1) {
      if (first === C) this.#closeCell();
      else if (first === V || first === A_T) this.wantsText = false;
    } else if (length === 3 && first === A_R) {
      if (this.bytes[from + 1] === O) this.#closeRow();
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
      this.#inlineText = this.#inlineText === null ? text : this.#inlineText + text;
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
    this.#raw = this.#raw === null ? text : this.#raw + text;
  }

  #openOutside(from: number, nameEnd: number, to: number, empty: boolean): void {
    const name = this.bytes.toString("latin1", from, nameEnd);
    if (name === "sheetData" && !this.done) {
      this.#inData = !empty;
      this.done = empty;
    } else if (name === "mergeCell") {
      addMergedRange(this.merged, this.bytes, nameEnd, to);
    } else if (name === "col") {
      const tag = this.bytes.toString("latin1", nameEnd, to);
      if (!/\shidden=["'](1|true)/.test(tag)) return;
      const first = Number(/\smin=["'](\d+)/.exec(tag)?.[1] ?? 0);
      const last = Number(/\smax=["'](\d+)/.exec(tag)?.[1] ?? 0);
      this.hiddenColumns += Math.max(0, Math.min(last, MAX_COLUMNS) - first + 1);
    }
  }

  #openRow(from: number, to: number, empty: boolean): void {
    let number = this.#row + 1;
    this.#rowHidden = false;
    for (let at = from; at < to; ) {
      const { nameStart, nameEnd, valueStart, valueEnd } = this.#attribute(at, to);
      at = valueEnd + 1;
      const length = nameEnd - nameStart;
      if (length === 1 && this.bytes[nameStart] === A_R) {
        number = this.#integer(valueStart, valueEnd);
      } else if (length === 6 && this.bytes[nameStart] === 0x68) {
        const value = this.bytes[valueStart];
        this.#rowHidden = value === 0x31 || value === A_T;
      }
    }
    if (number <= this.#row) throw damaged("rows of the sheet are out of order");
    if (number > MAX_ROWS) throw damaged("a row beyond the sheet's last");
    this.#row = number;
    this.#column = -1;
    this.#cells = [];
    this.#marks.clear();
    if (empty) this.#closeRow();
  }

  #closeRow(): void {
    const cells = this.#cells;
    let length = cells.length;
    while (length > 0 && cells[length - 1] === "") length--;
    if (length === 0) return;
    cells.length = length;
    if (this.#rowHidden) this.hiddenRows++;
    const marks = this.#marks.take();
    this.#rows.push(
      marks === undefined ? { number: this.#row, cells } : { number: this.#row, cells, marks },
    );
  }

  #openCell(from: number, to: number, empty: boolean): void {
    this.#column++;
    this.#type = "number";
    this.#style = 0;
    this.#raw = null;
    this.#shared = -1;
    this.#inlineText = null;
    for (let at = from; at < to; ) {
      const { nameStart, nameEnd, valueStart, valueEnd } = this.#attribute(at, to);
      at = valueEnd + 1;
      if (nameEnd - nameStart !== 1) continue;
      const name = this.bytes[nameStart];
      if (name === A_R) {
        const column = columnNumber(this.bytes, valueStart, valueEnd);
        if (column >= 0) this.#column = column;
      } else if (name === A_S) this.#style = this.#integer(valueStart, valueEnd);
      else if (name === A_T) this.#type = cellTypeOf(this.bytes, valueStart, valueEnd);
    }
    if (this.#column >= MAX_COLUMNS) throw damaged("a cell beyond the sheet's last column");
    this.#inCell = !empty;
  }

  #closeCell(): void {
    this.#inCell = false;
    const text = this.#cellText();
    if (text === "" || this.#context.covered?.has(this.#row - 1, this.#column) === true) return;
    const cells = this.#cells;
    const column = this.#column;
    while (cells.length < column) cells.push("");
    cells[column] = text;
    this.#context.filled?.add(this.#row - 1, column);
  }

  #cellText(): string {
    if (this.#shared >= 0) return this.#context.string(this.#shared);
    const raw = this.#raw;
    if (raw === null) return this.#inlineText ?? "";
    switch (this.#type) {
      case "shared":
        return raw === "" ? "" : this.#context.string(Number(raw));
      case "text":
      case "inline":
        return this.#inlineText ?? raw;
      case "boolean":
        return raw.trim() === "1" || raw.trim().toLowerCase() === "true" ? "TRUE" : "FALSE";
      case "error":
        this.#mark("error");
        return raw;
      case "date":
        this.#mark("date");
        return isoCellText(raw);
      case "number": {
        const text = this.#numbers.text(raw, this.#context.styles[this.#style] ?? null);
        if (this.#numbers.mark !== undefined) this.#mark(this.#numbers.mark);
        return text;
      }
    }
  }

  #mark(mark: CellMark): void {
    this.#marks.add(this.#column, mark);
  }

  /** The next attribute at or behind `at`. */
  #attribute(
    at: number,
    to: number,
  ): {
    nameStart: number;
    nameEnd: number;
    valueStart: number;
    valueEnd: number;
  } {
    const bytes = this.bytes;
    let nameStart = at;
    while (nameStart < to && (bytes[nameStart] as number) <= 0x20) nameStart++;
    let nameEnd = nameStart;
    while (nameEnd < to && bytes[nameEnd] !== EQUALS && (bytes[nameEnd] as number) > 0x20)
      nameEnd++;
    let valueStart = nameEnd;
    while (valueStart < to && bytes[valueStart] !== QUOTE && bytes[valueStart] !== APOSTROPHE) {
      valueStart++;
    }
    const quote = bytes[valueStart];
    let valueEnd = ++valueStart;
    while (valueEnd < to && bytes[valueEnd] !== quote) valueEnd++;
    return { nameStart, nameEnd, valueStart, valueEnd };
  }

  #integer(from: number, to: number): number {
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = (this.bytes[at] as number) - 0x30;
      if (digit < 0 || digit > 9 || value > 1e9) throw damaged("a position that is no number");
      value = value * 10 + digit;
    }
    return value;
  }
}
