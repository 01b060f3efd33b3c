import type { FieldName } from "../../../preload/fields.ts";
import { rowName } from "../../../preload/lists/list-row.ts";
import type { ImportOptions, ListColumn, Mapping } from "../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../common/rows.ts";
import { damageOf } from "../mapping/damage.ts";
import { createRepeatFinder, type Repeat, type Standing } from "./repeats.ts";
import { createRowRules } from "./row-rules.ts";

interface RowCheck {
  readonly problems: readonly RowProblem[];
  /** Left out because an earlier row has its key ("keep-first"); neither error nor sent. */
  readonly leftOut: boolean;
  /**
   * 0-based positions of earlier rows that this row replaces ("keep-last"): they are left out.
   * Up to two, where code and card number repeat different rows.
   */
  readonly supersedes: readonly number[];
}

export interface RowChecker {
  /**
   * Called for every row in list order; `index` is the 0-based position in the list. Give the
   * mapper's problems of the row as `mapped`: keys that were damaged repeat nothing. `own` are the
   * row's problems by the rules, where they are known already; `standing` follows from all these
   * unless it is known better.
   */
  check(
    row: MappedRow,
    index: number,
    mapped?: readonly RowProblem[],
    own?: readonly RowProblem[],
    standing?: Standing,
  ): RowCheck;
}

/**
 * Rules per field and per row, and repeats of a code or card number within the list. Memory is
 * bounded: 23 to 46 bytes a key, no text is kept. Problems hold no cell values.
 * @param list `sheet` that it is read from, by which problems name other rows; `expectedRows` where
 *   they are known: only saves time
 */
export function createChecker(
  mapping: Mapping,
  options: ImportOptions,
  columns: readonly Pick<ListColumn, "index" | "header">[],
  {
    sheet,
    expectedRows,
    amountsOnly = false,
  }: {
    readonly sheet: string;
    readonly expectedRows?: number | undefined;
    readonly amountsOnly?: boolean;
  },
): RowChecker {
  const rules = createRowRules(mapping, options, columns, amountsOnly);
  const repeats = createRepeatFinder(options.repeatedRows, expectedRows);
  const headers = new Map(columns.map((column) => [column.index, column.header]));
  const place = {
    code: mapping.findIndex((entry) => entry.field === "code"),
    card_number: mapping.findIndex((entry) => entry.field === "card_number"),
  };

  return {
    check(row, index, mapped = [], own = rules(row), standing = standingOf(mapped, own)) {
      const found = repeats.next(
        { code: keyOf(row, "code", mapped), card_number: keyOf(row, "card_number", mapped) },
        { index, row: row.row },
        standing,
      );
      if (found.length === 0) return { problems: own, leftOut: false, supersedes: NONE };
      const problems = [...own];
      switch (options.repeatedRows) {
        case "keep-all":
          problems.push(...found.map((repeat) => repeatProblem(row.row, repeat, CODES)));
          return { problems, leftOut: false, supersedes: NONE };
        case "keep-first":
          problems.push(...found.map((repeat) => repeatProblem(row.row, repeat, LEFT_OUT)));
          return { problems, leftOut: true, supersedes: NONE };
        case "keep-last":
          return { problems, leftOut: false, supersedes: found.map((repeat) => repeat.seen.index) };
      }
    },
  };

  function keyOf(row: MappedRow, field: "code" | "card_number", mapped: readonly RowProblem[]) {
    const value = row.values[place[field]] ?? "";
    if (value === "" || damageOf(field, value) !== null) return "";
    return mapped.some((each) => each.field === field && each.severity === "error") ? "" : value;
  }

  function repeatProblem(
    row: number,
    repeat: Repeat,
    codes: Readonly<Record<"code" | "card_number", string>>,
  ): RowProblem {
    const column = headers.get(mapping[place[repeat.field]]?.columns[0] ?? -1) ?? null;
    return {
      row,
      column,
      field: repeat.field,
      code: codes[repeat.field],
      severity: "warning",
      params: { first: rowName(repeat.seen.row, sheet) },
    };
  }
}

const NONE: readonly number[] = [];

function standingOf(mapped: readonly RowProblem[], own: readonly RowProblem[]): Standing {
  return mapped.some(isError) || own.some(isError) ? "in-error" : "sendable";
}

function isError({ severity }: RowProblem): boolean {
  return severity === "error";
}

const CODES = { code: "repeated-code", card_number: "repeated-card-number" } as const;
const LEFT_OUT = {
  code: "repeated-code-left-out",
  card_number: "repeated-card-number-left-out",
} as const;

/** What an earlier row is told when `laterRow` (as `rowName` writes it) replaces it. */
export function supersededProblem(
  row: number,
  laterRow: number | string,
  field: FieldName | null = null,
) {
  return {
    row,
    column: null,
    field,
    code: "repeated-replaced",
    severity: "warning",
    params: { later: laterRow },
  } as const satisfies RowProblem;
}
