import { ROWS_OF_SHEET } from "../../../../preload/lists/list-row.ts";
import type { ListColumn } from "../../../../preload/types.ts";
import { classesOf, DIGIT, LETTER } from "../../../common/letters.ts";
import { isBlankCell } from "../data-rows.ts";
import { saysTheSame } from "../headers/header-row.ts";
import { namedWidth } from "../headers/headers.ts";
import type { SourceRow } from "../source.ts";
import { namesColumn } from "./column-words.ts";
import { ANY_DIGIT, typeColumns } from "./forms.ts";
import { isRuler } from "./no-customer-words.ts";
import { createNoteJudge } from "./note-rows.ts";
import { createRaggedJudge, type RaggedRow } from "./ragged-rows.ts";
import { createTemplateJudge, isNoValue, TEMPLATE_ROWS } from "./template-rows.ts";
import { createTotalJudge } from "./total-rows.ts";

/** What a row is other than a customer of the list, or why its values are not where they belong. */
export type OddRow =
  | "row-is-total"
  | "row-is-note"
  | "row-is-header"
  | "row-is-template"
  | "row-of-other-table"
  | "row-not-wanted"
  | "row-like-total"
  | RaggedRow;

/** Told by the row and left out unless a person puts it back. */
export const NO_CUSTOMERS: ReadonlySet<string> = new Set<OddRow>([
  "row-is-total",
  "row-is-note",
  "row-is-header",
  "row-is-template",
  "row-of-other-table",
  // A customer, but none that a person wants: it is treated as they are.
  "row-not-wanted",
]);

/** Errors of their rows until the last value is corrected. */
export const RAGGED_ROWS: ReadonlySet<string> = new Set<RaggedRow>([
  "row-too-long",
  "row-too-short",
  "row-lacks-value",
  "row-open-quote",
]);

const ANY_LETTER = /\p{L}/u;

export interface JudgedList {
  readonly columns: readonly ListColumn[];
  /** 1-based; 0 where the list has none. */
  readonly headerRow: number;
}

/**
 * Judges the rows of a list one after the other, in order; blank ones are left out. A row is only
 * taken for something else than a customer where its own cells say so and the columns' samples
 * agree: a person may be called Total.
 */
export function createRowJudge({
  columns,
  headerRow,
}: JudgedList): (row: SourceRow) => OddRow | null {
  const headers = columns.map(({ header }) => plain(header));
  const types = typeColumns(columns);
  const { typed, fits, contradicts } = types;
  const headerWidth = headerRow === 0 ? 0 : namedWidth(columns);
  const { isTooLong, asTooShort } = createRaggedJudge(columns, headerWidth, headerRow > 0);
  const asTotal = createTotalJudge(columns, types);
  const { isTemplate, isOfWords, isDescription } = createTemplateJudge(columns, types);
  const isNote = createNoteJudge(columns, headers, types);
  let last = headerRow;
  /** Values of the row right above. */
  let above = 0;
  let firstOfSheet = 0;
  let isOther = false;
  let hasCustomers = false;
  /** The row right above was cut off. */
  let isBelowShort = false;
  /** A total or a note ends a table as a blank row does. */
  let isBehindEnd = false;

  function judge(row: SourceRow, hasGap: boolean): OddRow | null {
    const { cells } = row;
    let first = 0;
    while (first < cells.length && isBlankCell(cells[first] as string)) first += 1;
    const label = cells[first] ?? "";
    if (headerRow > 0 && beginAlike(label, headers[first]) && repeatsHeader(cells)) {
      isOther = false;
      return "row-is-header";
    }
    if (isOther) return "row-of-other-table";
    if (row.marks?.get(first) === "total") return "row-is-total";
    if (row.openQuote === true) return "row-open-quote";
    if (isTooLong(row)) return "row-too-long";
    const broken = asTooShort(row, first, above) ?? asRest(row, first);
    // Nearly every row begins with a number or another value of its column's form.
    const isUsual = fits(first, label) && row.number > headerRow + TEMPLATE_ROWS;
    if (isUsual && !hasGap && !mayBeNote(label) && !mayBeSum(cells, first)) return broken;
    const filled: number[] = [];
    for (let at = first; at < cells.length; at += 1)
      if (!isBlankCell(cells[at] as string)) filled.push(at);
    if (filled.every((at) => isRuler(cells[at] ?? ""))) return "row-is-note";
    const isBelowHeaders = headerRow > 0 && row.number <= headerRow + TEMPLATE_ROWS;
    if (isBelowHeaders && isTemplate(cells, filled)) return "row-is-template";
    const isFirst = isBelowHeaders && !hasCustomers;
    if (isFirst && isDescription(cells, filled)) return "row-is-template";
    const total = asTotal(cells, filled, isBehindEnd);
    if (total !== null) return total;
    if (isNote(cells, filled, hasGap, broken !== null)) return "row-is-note";
    // A number or an address under others: none of what follows has one there.
    if (filled.some((at) => fits(at, cells[at] ?? ""))) return broken;
    const isHeading = isBelowHeaders && !hasCustomers && !hasGap;
    return (
      asOtherHeaders(cells, filled) ??
      (isFirst && isOfWords(cells, filled) ? "row-is-template" : null) ??
      asOtherTable(cells, filled, hasGap, isHeading) ??
      asMoved(cells, filled, hasGap) ??
      broken
    );
  }

  /** What a line break behind the first values has left of a row: it begins where those end. */
  function asRest({ cells }: SourceRow, first: number): OddRow | null {
    if (!isBelowShort || first < above) return null;
    return above + cells.length === headerWidth + 1 ? "row-too-short" : null;
  }

  function repeatsHeader(cells: readonly string[]): boolean {
    let same = 0;
    for (const [at, cell] of cells.entries()) {
      if (isBlankCell(cell)) continue;
      if (plain(cell) !== headers[at]) return false;
      same += 1;
    }
    return same >= 2 && same * 2 >= headers.length;
  }

  /** The headers in other words, as where two exports were put together. */
  function asOtherHeaders(cells: readonly string[], filled: readonly number[]): OddRow | null {
    if (headerRow === 0 || filled.length < 2 || filled.length * 2 < headers.length) return null;
    const marked = filled.filter((at) => typed[at] !== null);
    if (marked.length === 0 || marked.some((at) => fits(at, cells[at] ?? ""))) return null;
    if (!areWords(cells, filled)) return null;
    const same = filled.filter((at) => saysTheSame(cells[at] ?? "", headers[at] ?? ""));
    return same.length >= 2 && same.length * 2 >= filled.length ? "row-is-header" : null;
  }

  /**
   * Words where the columns hold values: the headers of something else. Not below a blank row, all
   * such columns must speak against a customer. Right below the headers they are a second line of
   * them, as where a person chose the first: what follows are customers.
   */
  function asOtherTable(
    cells: readonly string[],
    filled: readonly number[],
    hasGap: boolean,
    isHeading: boolean,
  ): OddRow | null {
    if (filled.length < (hasGap ? 2 : 3)) return null;
    if (!areWords(cells, filled)) return null;
    const against = filled.filter((at) => typed[at] !== null && !isNoValue(cells[at] ?? "")).length;
    const named = filled.filter((at) => namesColumn(cells[at] ?? "")).length;
    const marked = typed.filter((type) => type !== null).length;
    const least = hasGap || named === filled.length ? 1 : Math.max(2, marked);
    // Below a blank row, words under phone numbers and under addresses.
    const isAgainstAll = hasGap && against >= 2 && named > 0;
    const isTable = isAgainstAll || (against >= least && named * 2 >= filled.length);
    if (isTable && isHeading) return "row-is-template";
    isOther = isTable;
    return isTable ? "row-of-other-table" : null;
  }

  /** No value can be one of its column: a part of a row that was cut, or a row of another table. */
  function asMoved(
    cells: readonly string[],
    filled: readonly number[],
    hasGap: boolean,
  ): OddRow | null {
    const [first = 0] = filled;
    if (filled.length < 2 || typed[first] !== "digits") return null;
    if (!filled.every((at) => contradicts(at, cells[at] ?? ""))) return null;
    return hasGap ? "row-of-other-table" : "row-lacks-value";
  }

  return (row) => {
    const isNextSheet = row.number - firstOfSheet >= ROWS_OF_SHEET;
    if (isNextSheet) firstOfSheet = row.number - (row.number % ROWS_OF_SHEET);
    const hasGap = isBehindEnd || row.number > last + 1;
    if (row.number !== last + 1) above = 0;
    const isBelow = last > headerRow && !isNextSheet;
    last = row.number;
    isOther &&= !isNextSheet;
    const odd = judge(row, hasGap && isBelow);
    above = row.cells.length;
    isBelowShort = odd === "row-too-short";
    hasCustomers ||= odd === null;
    isBehindEnd = odd === "row-is-total" || odd === "row-is-note";
    return odd;
  };
}

function areWords(cells: readonly string[], filled: readonly number[]): boolean {
  return filled.every((at) => {
    const cell = cells[at] ?? "";
    return (
      ANY_LETTER.test(cell) && !ANY_DIGIT.test(cell) && !cell.includes("@") && cell.length < 60
    );
  });
}

function plain(cell: string): string {
  return cell.trim().toLowerCase();
}

/** A look at the first characters, which nearly always tell that a cell is no header. */
function beginAlike(label: string, header = ""): boolean {
  const code = label.charCodeAt(0);
  const other = header.charCodeAt(0);
  return (code | SMALL) === (other | SMALL) || code <= BLANK_CODE || code > TILDE || other > TILDE;
}

const SMALL = 32;
const BLANK_CODE = 32;
const TILDE = 126;

/** A word behind an amount, and little else: `35,,,Total`. */
function mayBeSum(cells: readonly string[], first: number): boolean {
  if (first + 1 >= cells.length || !isBlankCell(cells[first + 1] as string)) return false;
  let others = 0;
  let words = 0;
  for (let at = first + 2; at < cells.length; at += 1) {
    const cell = cells[at] as string;
    if (isBlankCell(cell)) continue;
    others += 1;
    if ((classesOf(cell) & DIGIT) === 0) words += 1;
  }
  return words === 1 && others <= MOST_SUMS;
}

/** Amounts and the word that stand behind the first of them. */
const MOST_SUMS = 3;

/** Notes that begin with a number: `4 records`, `Page 1`, `全3件`. */
function mayBeNote(label: string): boolean {
  if ((classesOf(label) & ~(DIGIT | LETTER)) === 0) return false;
  return ANY_LETTER.test(label) && /[\s:\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF]/.test(label);
}
