import { rowName } from "../../../preload/lists/list-row.ts";
import type { ImportOptions, ListColumn, Mapping } from "../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../common/rows.ts";
import type { Moved } from "./repeat-chains.ts";
import { comparedFields, hashRow, type RepeatField, type RowHashes } from "./repeat-fields.ts";
import { createRepeatFinder, type Repeat, type Standing } from "./repeats.ts";
import { createRowRules } from "./row-rules.ts";

interface RowCheck {
  readonly problems: readonly RowProblem[];
  /** Left out because an earlier row has its value ("keep-first"); neither error nor sent. */
  readonly leftOut: boolean;
  /**
   * Earlier rows that this row replaces ("keep-last"): they are left out. Several where different
   * fields repeat different rows.
   */
  readonly supersedes: readonly Superseded[];
  /** Earlier rows whose e-mail address or phone number it has, where all are kept. */
  readonly shares: readonly Repeat[];
}

interface Superseded {
  /** 0-based position in the list, and number in the spreadsheet. */
  readonly index: number;
  readonly row: number;
  readonly field: RepeatField;
}

export interface RowChecker {
  /**
   * Called for every row in list order; `index` is the 0-based position in the list. Give the
   * mapper's problems of the row as `mapped`: keys that were damaged repeat nothing. `own` are the
   * row's problems by the rules, where they are known already; `standing` follows from all these
   * unless it is known better; `by` is what it is compared by, where that is known already.
   */
  check(
    row: MappedRow,
    index: number,
    mapped?: readonly RowProblem[],
    own?: readonly RowProblem[],
    standing?: Standing,
    by?: RowHashes | null,
  ): RowCheck;
  /** Once, behind the last row: rows that are replaced by another row than was said, or by none. */
  settle(): readonly Moved[];
}

/**
 * Rules per field and per row, and repeats of a code, card number, e-mail address or phone number
 * within the list. Memory is bounded: 18 to 36 bytes a value that is compared and 4 to 8 a row, no text is kept. Problems hold no cell values.
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
    phoneCountry = null,
  }: {
    readonly sheet: string;
    readonly expectedRows?: number | undefined;
    readonly amountsOnly?: boolean;
    /** See `createRowRules`; `loadPhonesFor` comes before. */
    readonly phoneCountry?: string | null;
  },
): RowChecker {
  const rules = createRowRules(mapping, options, columns, amountsOnly, phoneCountry);
  const headers = new Map(columns.map((column) => [column.index, column.header]));
  const compared = comparedFields(mapping, options);
  const repeats = createRepeatFinder(compared, expectedRows);
  /** Of the row that is compared. */
  const own = { hashes: new Uint32Array(compared.length * 2), from: 0 };

  return {
    check(row, index, mapped = [], known = rules(row), standing = standingOf(mapped, known), by) {
      const hashes = by ?? hashesOf(row, mapped, known);
      const found = repeats.next(row, hashes, { index, row: row.row }, standing);
      if (found.length === 0) {
        return { problems: known, leftOut: false, supersedes: NONE, shares: NO_SHARES };
      }
      const shares = found.filter(isShare);
      if (shares.length === found.length) {
        return { problems: known, leftOut: false, supersedes: NONE, shares };
      }
      const problems = [...known];
      const supersedes: Superseded[] = [];
      for (const repeat of found) {
        const { field, seen } = repeat;
        if (repeat.policy === "keep-last") supersedes.push({ ...seen, field });
        else if (repeat.policy === "keep-first")
          problems.push(repeatProblem(row.row, repeat, LEFT_OUT[field]));
        else if (field === "code" || field === "card_number")
          problems.push(repeatProblem(row.row, repeat, CODES[field]));
      }
      const leftOut = found.some(({ policy }) => policy === "keep-first");
      return { problems, leftOut, supersedes, shares };
    },
    settle: repeats.settle,
  };

  function hashesOf(
    { values }: MappedRow,
    read: readonly RowProblem[],
    known: readonly RowProblem[],
  ): RowHashes {
    hashRow(values, compared, { read, own: known }, own.hashes, own.from);
    return own;
  }

  function repeatProblem(row: number, { field, seen }: Repeat, code: string): RowProblem {
    const entry = mapping.find((each) => each.field === field);
    const column = headers.get(entry?.columns[0] ?? -1) ?? null;
    const params = { first: rowName(seen.row, sheet) };
    return { row, column, field, code, severity: "warning", params };
  }
}

const NONE: readonly Superseded[] = [];
const NO_SHARES: readonly Repeat[] = [];

function isShare({ field, policy }: Repeat): boolean {
  return policy === "keep-all" && (field === "email" || field === "phone");
}

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
  email: "repeated-email-left-out",
  phone: "repeated-phone-left-out",
} as const;
const REPLACED = {
  code: "repeated-replaced",
  card_number: "repeated-replaced",
  email: "repeated-email-replaced",
  phone: "repeated-phone-replaced",
} as const;

/** What an earlier row is told when `laterRow` (as `rowName` writes it) replaces it. */
export function supersededProblem(row: number, laterRow: number | string, by: RepeatField) {
  return {
    row,
    column: null,
    field: null,
    code: REPLACED[by],
    severity: "warning",
    params: { later: laterRow },
  } as const satisfies RowProblem;
}
