import type { CellObject, WorkSheet } from "xlsx";
import { cutCell, MAX_CELL } from "../../../common/tables/limits.ts";
import type { Allowance } from "../allowance.ts";
import { CoveredCells, type MergedRange } from "../cells/covered-cells.ts";
import { NumberReader } from "../cells/number-cell.ts";
import { compileFormat, type NumberFormat } from "../cells/number-format.ts";
import { shownText, type TextFormat, textFormat } from "../cells/text-format.ts";
import type { CellMark } from "../source.ts";
import { NO_RESULT } from "./marked-formulas.ts";
import type { WireRow } from "./messages.ts";

/** Codes of error values (MS-XLS 2.5.10, BErr). */
const ERRORS: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

interface CellText {
  readonly text: string;
  readonly mark?: CellMark | undefined;
}

type DenseRow = readonly (CellObject | undefined)[];

/** The sheet's rows that hold cells, by 0-based row. */
export function* cellsOf(sheet: WorkSheet): Generator<readonly [number, DenseRow]> {
  const data = (sheet as { "!data"?: readonly (DenseRow | undefined)[] })["!data"] ?? [];
  for (const [index, cells] of data.entries()) {
    if (cells !== undefined && cells.length > 0) yield [index, cells];
  }
}

export function mergedRanges(sheet: WorkSheet): MergedRange[] {
  return (sheet["!merges"] ?? []).map(({ s: first, e: last }) => ({
    firstRow: first.r,
    lastRow: last.r,
    firstColumn: first.c,
    lastColumn: last.c,
  }));
}

/** Reads SheetJS's cells by the same rules as those of a .xlsx. */
export class SheetCells {
  readonly #numbers: NumberReader;
  readonly #formats = new Map<string, NumberFormat | null>();
  readonly #textFormats = new Map<string, TextFormat | null>();
  readonly #covered: CoveredCells;

  readonly #allowance: Allowance;

  constructor(sheet: WorkSheet, date1904: boolean, allowance: Allowance) {
    this.#allowance = allowance;
    this.#numbers = new NumberReader(date1904);
    this.#covered = new CoveredCells(mergedRanges(sheet));
  }

  static lastUsed(cells: DenseRow): number {
    return cells.findLastIndex(
      (cell) => cell !== undefined && cell.t !== "z" && cell.v !== undefined && cell.v !== "",
    );
  }

  row(index: number, cells: DenseRow): WireRow | null {
    const texts: string[] = [];
    const marks: [number, CellMark][] = [];
    const last = SheetCells.lastUsed(cells);
    for (let column = 0; column <= last; column++) {
      const cell = cells[column];
      const hidden = this.#covered.has(index, column);
      const { text, mark } = cell === undefined || hidden ? EMPTY : this.#cell(cell);
      this.#allowance.spend(1, text.length);
      texts.push(cutCell(text));
      if (text.length > MAX_CELL) marks.push([column, "too-long"]);
      else if (mark !== undefined) marks.push([column, mark]);
    }
    const marked = marks.at(-1)?.[0] ?? -1;
    while (texts.at(-1) === "" && texts.length > marked + 1) texts.pop();
    if (texts.length === 0) return null;
    return marks.length === 0 ? [index + 1, texts] : [index + 1, texts, marks];
  }

  #cell(cell: CellObject): CellText {
    const { v: value } = cell;
    switch (cell.t) {
      case "n":
        return typeof value === "number" ? this.#number(value, cell.z) : EMPTY;
      case "b":
        return { text: value === true ? "TRUE" : "FALSE" };
      case "e":
        return { text: ERRORS[Number(value)] ?? (cell.w || "#N/A"), mark: "error" };
      case "d":
      case "s":
        if (value === NO_RESULT) return WITHOUT_RESULT;
        return { text: shownText(String(value ?? ""), this.#textFormat(cell.z)) };
      case "z":
        return EMPTY;
    }
  }

  #number(value: number, code: string | number | undefined): CellText {
    const text = this.#numbers.value(value, this.#format(code));
    return { text, mark: this.#numbers.mark };
  }

  #textFormat(code: string | number | undefined): TextFormat | null {
    const key = String(code ?? "General");
    if (!key.includes("@")) return null;
    let format = this.#textFormats.get(key);
    if (format === undefined) {
      format = textFormat(key);
      this.#textFormats.set(key, format);
    }
    return format;
  }

  #format(code: string | number | undefined): NumberFormat | null {
    const key = String(code ?? "General");
    let format = this.#formats.get(key);
    if (format === undefined) {
      format = compileFormat(key);
      this.#formats.set(key, format);
    }
    return format;
  }
}

const EMPTY: CellText = { text: "" };
const WITHOUT_RESULT: CellText = { text: "", mark: "no-result" };
