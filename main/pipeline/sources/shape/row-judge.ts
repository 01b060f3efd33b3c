import { ROWS_OF_SHEET } from "../../../../preload/lists/list-row.ts";
import type { ListColumn } from "../../../../preload/types.ts";
import { classesOf, DIGIT, LETTER } from "../../../common/letters.ts";
import { isBlankCell } from "../data-rows.ts";
import { namedWidth } from "../headers/headers.ts";
import type { SourceRow } from "../source.ts";
import { namesColumn } from "./column-words.ts";
import { ANY_DIGIT, formOf, othersOf, typeOf } from "./forms.ts";
import {
  beginsAsTotal,
  isExample,
  isOnlyTotal,
  isReportNote,
  isRuler,
  isTemplateWord,
  plainLabel,
} from "./no-customer-words.ts";

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

/** Why a row's values stand in the wrong columns. */
type RaggedRow = "row-too-long" | "row-too-short" | "row-lacks-value";

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
]);

/** A template says what belongs into a column right below the headers. */
const TEMPLATE_ROWS = 3;
/** An amount or a count, with a currency or the thing counted. */
const AMOUNT = /^[^\d@]{0,5}\d[\d.,'’\s]*[^\d@]{0,12}$/u;
const ANY_LETTER = /\p{L}/u;

/** A row that lacks more is a remark. */
const MOST_MISSING = 2;

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
  const headers = columns.map(({ header }) => header.trim().toLowerCase());
  const typed = columns.map(typeOf);
  /** Columns with marked values, and others so far in front of them. */
  const edges = [0, 1, MOST_MISSING].map((by) =>
    [...typed.keys()].filter(
      (at) => at >= by && typed[at] !== null && typed[at - by] !== typed[at],
    ),
  );
  const headerWidth = headerRow === 0 ? 0 : namedWidth(columns);
  const named = headerRow === 0 ? Number.POSITIVE_INFINITY : headerWidth;
  let last = headerRow;
  /** Values of the row right above. */
  let above = 0;
  let firstOfSheet = 0;
  let isOther = false;
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
    const { fields = 0, width = 0 } = row;
    if (cells.length > Math.max(width, headerWidth) && fields > width) return "row-too-long";
    if (cells.length > named && isShifted(cells)) return "row-too-long";
    const broken = asTooShort(cells, first, fields < width);
    // Nearly every row begins with a number or another value of its column's form.
    const isUsual = fits(first, label) && row.number > headerRow + TEMPLATE_ROWS;
    if (isUsual && !hasGap && !mayBeNote(label)) return broken;
    const filled: number[] = [];
    for (let at = first; at < cells.length; at += 1)
      if (!isBlankCell(cells[at] as string)) filled.push(at);
    return (
      asRuler(cells, filled) ??
      asTemplate(row, filled) ??
      asTotal(cells, filled) ??
      asNote(cells, filled, hasGap) ??
      asOtherTable(cells, filled, hasGap) ??
      broken
    );
  }

  function repeatsHeader(cells: readonly string[]): boolean {
    let same = 0;
    for (const [at, cell] of cells.entries()) {
      if (isBlankCell(cell)) continue;
      if (cell.trim().toLowerCase() !== headers[at]) return false;
      same += 1;
    }
    return same >= 2 && same * 2 >= headers.length;
  }

  /**
   * Whether the value behind the last header is a part of the row that was moved there: values before
   * it do not stand where others like them do, or the row is full and nothing tells. A remark beside
   * the table is none, nor is a column that has no header.
   */
  function isShifted(cells: readonly string[]): boolean {
    const beyond = columns[named];
    if (beyond !== undefined && beyond.stray !== true) return false;
    if (isBlankCell(cells[named - 1] ?? "") || isBlankCell(cells[named] ?? "")) return false;
    const isWrong = typed.some((type, at) => {
      const cell = cells[at] ?? "";
      return type !== null && at < named && !isBlankCell(cell) && !fits(at, cell);
    });
    return isWrong || (typed[named - 1] === null && !cells.slice(0, named).some(isBlankCell));
  }

  /** A row that goes on from the one above was cut off by a line break, whatever stands at its end. */
  function asTooShort(cells: readonly string[], first: number, isCut: boolean): OddRow | null {
    if (!lacksValue(cells)) return isCut ? "row-too-short" : null;
    const goesOn = above + cells.length === headerWidth + 1 && !fits(first, cells[first] ?? "");
    return goesOn ? "row-too-short" : "row-lacks-value";
  }

  /** Whether a value is missing inside a row: at its end stands what the last column has, and no other. */
  function lacksValue(cells: readonly string[]): boolean {
    const end = cells.length - 1;
    const missing = headerWidth - cells.length;
    if (missing < 1 || missing > MOST_MISSING || end < 1) return false;
    if (isDisplaced(cells, missing)) return true;
    if (typed[headerWidth - 1] === null) return false;
    const value = cells[end] ?? "";
    const own = othersOf(columns[end], value);
    if (own.length === 0 || own.some((sample) => /[\d@]/u.test(sample))) return false;
    const form = formOf(value);
    return (
      /[9@]/u.test(form) &&
      othersOf(columns[headerWidth - 1], value).some((each) => formOf(each) === form)
    );
  }

  /**
   * Whether a column's values stand in one before it, and another's in it: an address under a name.
   * What is in the column before it nearly always tells that they do not.
   */
  function isDisplaced(cells: readonly string[], by: number): boolean {
    for (const at of edges[by] ?? []) {
      if (at >= cells.length) return false;
      const moved = cells[at - by] as string;
      if (!fits(at, moved) || fits(at - by, moved)) continue;
      const cell = cells[at] as string;
      if (!isBlankCell(cell) && !fits(at, cell)) return true;
    }
    return false;
  }

  function fits(at: number, cell: string): boolean {
    switch (typed[at]) {
      case "digits":
        return ANY_DIGIT.test(cell);
      case "mail":
        return cell.includes("@");
      default:
        return false;
    }
  }

  function asRuler(cells: readonly string[], filled: readonly number[]): OddRow | null {
    return filled.every((at) => isRuler(cells[at] ?? "")) ? "row-is-note" : null;
  }

  function asTemplate(row: SourceRow, filled: readonly number[]): OddRow | null {
    if (headerRow === 0 || row.number > headerRow + TEMPLATE_ROWS || filled.length < 2) return null;
    const cellAt = (at: number) => row.cells[at] ?? "";
    if (filled.every((at) => isTemplateWord(cellAt(at)))) return "row-is-template";
    const examples = filled.filter((at) => isExample(cellAt(at)));
    const [first = 0] = filled;
    const isMarked = examples[0] === first && typed[first] !== null && !fits(first, cellAt(first));
    return isMarked || examples.length * 2 > filled.length ? "row-is-template" : null;
  }

  function asTotal(cells: readonly string[], filled: readonly number[]): OddRow | null {
    const [first = 0, ...others] = filled;
    // Nearly always the next cell is no amount: the words need no look then.
    if (others.some((at) => !AMOUNT.test((cells[at] ?? "").trim()))) return null;
    const label = plainLabel(cells[first] ?? "");
    if (!beginsAsTotal(label)) return null;
    const contradicts = typed[first] !== null && !fits(first, cells[first] ?? "");
    const lacksKey = typed.some((type, at) => type !== null && isBlankCell(cells[at] ?? ""));
    if (contradicts || (lacksKey && (others.length > 0 || isOnlyTotal(label))))
      return "row-is-total";
    return isOnlyTotal(label) && others.length > 0 ? "row-like-total" : null;
  }

  function asNote(
    cells: readonly string[],
    filled: readonly number[],
    hasGap: boolean,
  ): OddRow | null {
    const [first = 0] = filled;
    if (filled.length > 2 || columns.length < 3) return null;
    const label = (cells[first] ?? "").trim();
    if (isReportNote(plainLabel(label))) return "row-is-note";
    // A lone text where the others have numbers: the name of a group, a remark.
    const isLone = filled.length === 1 && typed[first] !== null && !fits(first, label);
    return isLone && ANY_LETTER.test(label) && (hasGap || /\p{L}\s+\p{L}/u.test(label))
      ? "row-is-note"
      : null;
  }

  /**
   * Words where the columns hold values: the headers of something else. Not below a blank row, all
   * such columns must speak against a customer.
   */
  function asOtherTable(
    cells: readonly string[],
    filled: readonly number[],
    hasGap: boolean,
  ): OddRow | null {
    if (filled.length < (hasGap ? 2 : 3)) return null;
    const words = filled.every((at) => {
      const cell = cells[at] ?? "";
      return (
        ANY_LETTER.test(cell) && !ANY_DIGIT.test(cell) && !cell.includes("@") && cell.length < 60
      );
    });
    if (!words) return null;
    const against = filled.filter((at) => typed[at] !== null).length;
    const named = filled.filter((at) => namesColumn(cells[at] ?? "")).length;
    const least = hasGap ? 1 : Math.max(2, typed.filter((type) => type !== null).length);
    isOther = against >= least && named * 2 >= filled.length;
    return isOther ? "row-of-other-table" : null;
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
    isBehindEnd = odd === "row-is-total" || odd === "row-is-note";
    return odd;
  };
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

/** Notes that begin with a number: `4 records`, `Page 1`, `全3件`. */
function mayBeNote(label: string): boolean {
  if ((classesOf(label) & ~(DIGIT | LETTER)) === 0) return false;
  return ANY_LETTER.test(label) && /[\s:\u1100-\u11FF\u2E80-\u9FFF\uAC00-\uD7AF]/.test(label);
}
