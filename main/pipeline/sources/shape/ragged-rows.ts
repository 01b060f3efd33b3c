import type { ListColumn } from "../../../../preload/types.ts";
import { isBlankCell } from "../data-rows.ts";
import type { SourceRow } from "../source.ts";
import { formOf, othersOf, typeColumns } from "./forms.ts";

/** Why a row's values stand in the wrong columns. */
export type RaggedRow = "row-too-long" | "row-too-short" | "row-lacks-value" | "row-open-quote";

/** A row that lacks more is a remark. */
const MOST_MISSING = 2;
/** Letters by which a phone number is longer than a postal code. */
const FAR = 3;

interface RaggedJudge {
  isTooLong(row: SourceRow): boolean;
  /**
   * @param first the column of the row's first value
   * @param above how many values the row right above has
   */
  asTooShort(row: SourceRow, first: number, above: number): RaggedRow | null;
}

/**
 * Judges whether rows have as many values as the list has columns, each one under its own header.
 * @param headerWidth the columns that have a header
 */
export function createRaggedJudge(
  columns: readonly ListColumn[],
  headerWidth: number,
  hasHeaders: boolean,
): RaggedJudge {
  const { typed, fits } = typeColumns(columns);
  /** Columns with marked values, and others so far in front of them. */
  const edges = [0, 1, MOST_MISSING].map((by) =>
    [...typed.keys()].filter(
      (at) => at >= by && typed[at] !== null && typed[at - by] !== typed[at],
    ),
  );
  const named = hasHeaders ? headerWidth : Number.POSITIVE_INFINITY;

  function isTooLong({ cells, fields = 0, width = 0 }: SourceRow): boolean {
    if (cells.length > Math.max(width, headerWidth) && fields > width) return true;
    return cells.length > named && isShifted(cells);
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
    // The row's own value may be what gives the last column its form.
    const others = othersOf(columns[named - 1], cells[named - 1] ?? "");
    const isTyped = typed[named - 1] !== null && others.some((each) => fits(named - 1, each));
    return isWrong || (!isTyped && !cells.slice(0, named).some(isBlankCell));
  }

  /** A row that goes on from the one above was cut off by a line break, whatever stands at its end. */
  function asTooShort(row: SourceRow, first: number, above: number): RaggedRow | null {
    const { cells, fields = 0, width = 0 } = row;
    if (!lacksValue(cells)) return fields < width ? "row-too-short" : null;
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
    const form = formOf(value);
    const isFar = (sample: string) =>
      !/[\d@]/u.test(sample) || Math.abs(formOf(sample).length - form.length) >= FAR;
    if (own.length === 0 || !own.every(isFar)) return false;
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

  return { isTooLong, asTooShort };
}
