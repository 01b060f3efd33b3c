import { cutCell, MAX_CELL, MAX_COLUMNS, MAX_ROWS } from "../../../common/tables/limits.ts";
import { Allowance, CHUNK_BYTES, PLACE } from "../allowance.ts";
import type { MergedRange } from "../cells/covered-cells.ts";
import { damaged, tooLarge } from "../fault.ts";
import { CHUNK_ROWS } from "../fill-gaps.ts";
import type { CellMark, SourceRow } from "../source.ts";
import { oneMore, type StruckRows } from "../struck-notices.ts";
import { OdsCells } from "./cell-text.ts";
import { ContentScanner } from "./content-scanner.ts";
import type { NumberStyles } from "./number-styles.ts";
import { type OdsOutline, repetition } from "./outline.ts";

/** What the repeated rows of a sheet may take; those of a list of a million rows take less. */
const MAX_REPEATED_BYTES = 1024 * 1024 * 1024;

/** The attribute that holds a value of that type. */
const VALUE: Readonly<Record<string, string>> = {
  float: "office:value",
  percentage: "office:value",
  currency: "office:value",
  date: "office:date-value",
  time: "office:time-value",
  boolean: "office:boolean-value",
  string: "office:string-value",
};

interface OpenCell {
  readonly type: string;
  readonly value: string | null;
  readonly style: string;
  readonly isError: boolean;
  readonly isFormula: boolean;
  readonly repeated: number;
  paragraphs: number;
  text: string;
}

/** The rows of one sheet that hold something, in order, without the blank ones between them. */
export class OdsRowScanner extends ContentScanner {
  /** Behind the sheet's last row. */
  done = false;
  /** Formulas whose results the file does not hold. */
  unresolved = 0;
  struck: StruckRows = { count: 0, row: 0 };
  readonly #wanted: number;
  readonly #cells: OdsCells;
  readonly #styles: NumberStyles;
  #isStruck = false;
  #sheet = -1;
  #depth = 0;
  #rows: SourceRow[] = [];
  #merged: MergedRange[] = [];
  #next = 1;
  #repeated = 1;
  #texts: string[] = [];
  #marks = new Map<number, CellMark>();
  #column = 0;
  #cell: OpenCell | null = null;
  #inParagraph = false;
  #columnStyles: (readonly [upTo: number, style: string])[] = [];
  #rowStyle = "";
  /** What the row's cells take. */
  #weight = 0;
  #budget = MAX_REPEATED_BYTES;
  readonly #allowance = new Allowance();

  /** `sheet`: its place in the file. */
  constructor(outline: OdsOutline, sheet: number) {
    super();
    this.#wanted = sheet;
    this.#styles = outline.styles;
    this.#cells = new OdsCells(outline.styles, outline.date1904);
  }

  override push(piece: Buffer): void {
    this.#allowance.earn(piece.length);
    super.push(piece);
  }

  /** The rows completed since the last call. */
  take(): SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  /** Cells merged downwards that were met since the last call. */
  takeMerged(): readonly MergedRange[] {
    const merged = this.#merged;
    this.#merged = [];
    return merged;
  }

  protected begin(element: string, attribute: (name: string) => string | undefined): boolean {
    if (element === "table:table" && this.#depth++ === 0) this.#sheet++;
    if (this.#depth !== 1 || this.#sheet !== this.#wanted) return false;
    switch (element) {
      case "table:table-column":
        this.#addColumns(attribute);
        return false;
      case "table:table-row":
        this.#repeated = repetition(attribute("table:number-rows-repeated"));
        this.#rowStyle = attribute("table:default-cell-style-name") ?? "";
        this.#texts = [];
        this.#isStruck = false;
        this.#weight = 0;
        this.#marks = new Map();
        this.#column = 0;
        return false;
      case "table:table-cell":
        this.#openCell(attribute);
        return false;
      // Cells under a merged one: their own values, if any, no one sees.
      case "table:covered-table-cell":
        this.#column += repetition(attribute("table:number-columns-repeated"));
        return false;
      default:
        return this.#openText(element, attribute);
    }
  }

  #addColumns(attribute: (name: string) => string | undefined): void {
    const from = this.#columnStyles.at(-1)?.[0] ?? 0;
    if (from >= MAX_COLUMNS) return;
    const upTo = from + repetition(attribute("table:number-columns-repeated"));
    this.#columnStyles.push([upTo, attribute("table:default-cell-style-name") ?? ""]);
  }

  #openCell(attribute: (name: string) => string | undefined): void {
    const type = attribute("office:value-type") ?? "";
    const named = VALUE[type];
    const spanned = repetition(attribute("table:number-rows-spanned"));
    if (spanned > 1) {
      const firstRow = this.#next - 1;
      const lastRow = firstRow + spanned - 1;
      const column = this.#column;
      this.#merged.push({ firstRow, lastRow, firstColumn: column, lastColumn: column });
    }
    this.#cell = {
      type,
      value: named === undefined ? null : (attribute(named) ?? null),
      style: attribute("table:style-name") ?? this.#defaultStyle(),
      isError: attribute("calcext:value-type") === "error",
      isFormula: attribute("table:formula") !== undefined,
      repeated: repetition(attribute("table:number-columns-repeated")),
      paragraphs: 0,
      text: "",
    };
  }

  #defaultStyle(): string {
    if (this.#rowStyle !== "") return this.#rowStyle;
    let from = 0;
    let to = this.#columnStyles.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.#column < (this.#columnStyles[middle]?.[0] ?? 0)) to = middle;
      else from = middle + 1;
    }
    return this.#columnStyles[from]?.[1] ?? "";
  }

  #openText(element: string, attribute: (name: string) => string | undefined): boolean {
    const cell = this.#cell;
    if (cell === null) return false;
    if (element === "text:p") {
      if (cell.paragraphs++ > 0) add(cell, "\n");
      this.#inParagraph = true;
    } else if (element === "text:s") {
      add(cell, " ".repeat(Math.min(MAX_CELL + 1, repetition(attribute("text:c")))));
    } else if (element === "text:tab") add(cell, "\t");
    else if (element === "text:line-break") add(cell, "\n");
    return this.#inParagraph;
  }

  /** A blank of the file where a paragraph begins is none of the text. */
  protected letters(text: string): void {
    const cell = this.#cell;
    if (cell === null) return;
    const begins = cell.text === "" || cell.text.endsWith("\n");
    add(cell, begins && text.startsWith(" ") ? text.slice(1) : text);
  }

  protected goesOn(): boolean {
    return this.#inParagraph;
  }

  protected finish(element: string): void {
    if (element === "table:table") {
      this.#depth--;
      this.done ||= this.#depth === 0 && this.#sheet === this.#wanted;
      return;
    }
    if (element === "text:p") this.#inParagraph = false;
    if (this.#depth !== 1 || this.#sheet !== this.#wanted) return;
    if (element === "table:table-cell") this.#closeCell();
    else if (element === "table:table-row") this.#closeRow();
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    this.#inParagraph = false;
    if (cell === null) return;
    const text = this.#cells.text(cell);
    const end = this.#column + cell.repeated;
    // A formula whose result is an empty text holds that text.
    const lacksResult = cell.type === "" || (cell.value === null && cell.paragraphs === 0);
    if (text === "" && cell.isFormula && lacksResult && end <= MAX_COLUMNS) {
      this.unresolved += cell.repeated;
      for (let column = this.#column; column < end; column++) this.#marks.set(column, "no-result");
    }
    if (text !== "") {
      if (end > MAX_COLUMNS) throw damaged("a cell beyond the sheet's last column");
      this.#isStruck ||= this.#styles.isStruck(cell.style);
      const places = end - this.#texts.length;
      this.#allowance.spend(places, text.length * cell.repeated);
      this.#weight += places * PLACE + text.length * cell.repeated;
      while (this.#texts.length < this.#column) this.#texts.push("");
      const mark = text.length > MAX_CELL ? "too-long" : this.#cells.mark;
      for (let column = this.#column; column < end; column++) {
        this.#texts.push(cutCell(text));
        if (mark !== undefined) this.#marks.set(column, mark);
      }
    }
    this.#column = end;
  }

  #closeRow(): void {
    const first = this.#next;
    this.#next += this.#repeated;
    const cells = this.#texts;
    if (cells.length === 0) return;
    if (this.#next - 1 > MAX_ROWS) throw damaged("a row beyond the sheet's last");
    if (this.#repeated > 1) {
      this.#budget -= this.#weight * this.#repeated;
      const inChunk = this.#weight * Math.min(this.#repeated, CHUNK_ROWS);
      if (this.#budget < 0 || inChunk > CHUNK_BYTES) throw tooLarge("repeated rows");
    }
    if (this.#isStruck) this.struck = oneMore(this.struck, first, this.#repeated);
    const marks = this.#marks.size === 0 ? {} : { marks: this.#marks };
    for (let number = first; number < this.#next; number++) {
      this.#rows.push({ number, cells, ...marks });
    }
  }
}

/** One letter more than a cell can hold tells that it is cut. */
function add(cell: OpenCell, text: string): void {
  if (cell.text.length <= MAX_CELL) cell.text += text;
}
