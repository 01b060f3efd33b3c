import type { CellObject, WorkSheet } from "xlsx";
import { CoveredCells } from "../cells/covered-cells.ts";
import { type DateParts, serialText } from "../cells/dates.ts";
import { NumberReader } from "../cells/number-cell.ts";
import { compileFormat, type NumberFormat, sectionFor } from "../cells/number-format.ts";
import type { CellMark } from "../source.ts";
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

const DAY_MS = 86_400_000;
/** Days from 1899-12-30 to 1970-01-01. */
const FIRST_DAY = 25_569;
const TIME_OF_DAY: DateParts = { date: false, time: true, elapsed: false };

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

/** Reads SheetJS's cells by the same rules as those of a .xlsx. */
export class SheetCells {
  readonly #numbers: NumberReader;
  readonly #formats = new Map<string, NumberFormat | null>();
  readonly #covered: CoveredCells;

  constructor(sheet: WorkSheet, date1904: boolean) {
    this.#numbers = new NumberReader(date1904);
    this.#covered = new CoveredCells(
      (sheet["!merges"] ?? []).map(({ s: first, e: last }) => ({
        firstRow: first.r,
        lastRow: last.r,
        firstColumn: first.c,
        lastColumn: last.c,
      })),
    );
  }

  static lastUsed(cells: DenseRow): number {
    return cells.findLastIndex(
      (cell) => cell !== undefined && cell.t !== "z" && cell.v !== undefined && cell.v !== "",
    );
  }

  row(index: number, cells: DenseRow): WireRow | null {
    const texts: string[] = [];
    const marks: [number, CellMark][] = [];
    for (let column = 0; column <= SheetCells.lastUsed(cells); column++) {
      const cell = cells[column];
      const hidden = this.#covered.has(index, column);
      const { text, mark } = cell === undefined || hidden ? EMPTY : this.#cell(cell);
      texts.push(text);
      if (mark !== undefined) marks.push([column, mark]);
    }
    while (texts.at(-1) === "") texts.pop();
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
        return value instanceof Date ? this.#date(value, cell.z) : { text: String(value ?? "") };
      case "s":
        return { text: String(value ?? "") };
      case "z":
        return EMPTY;
    }
  }

  #number(value: number, code: string | number | undefined): CellText {
    const text = this.#numbers.value(value, this.#format(code));
    return { text, mark: this.#numbers.mark };
  }

  /** A date or a time of day as OpenDocument holds them; its format says what of it is shown. */
  #date(date: Date, code: string | number | undefined): CellText {
    const days = date.getTime() / DAY_MS + FIRST_DAY;
    const format = this.#format(code);
    const section = format === null ? null : sectionFor(format, days).section;
    const parts = section?.kind === "date" ? section.parts : null;
    // As SheetJS counts: days below 60 are one further on, as in the 1900 system.
    const time = days < 61 ? days - 1 : days;
    if (parts === null ? time < 1 : !parts.date) {
      const text = serialText(time, parts ?? TIME_OF_DAY, false);
      if (text !== null) return { text, mark: "date" };
    }
    const iso = date.toISOString().slice(0, 19);
    const isDay = parts?.time === false || iso.endsWith("T00:00:00");
    return { text: isDay ? iso.slice(0, 10) : iso, mark: "date" };
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
