import type { ImportOptions, ListColumn, Mapping } from "../../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../../common/rows.ts";
import { createMapper } from "../../mapping/apply.ts";
import { createConditionTest } from "../../mapping/conditions.ts";
import { createListContents } from "../../mapping/contents/list-contents.ts";
import type { UnusedMeanings } from "../../mapping/contents/unused-meanings.ts";
import type { DateCorrections } from "../../mapping/dates/correct-date.ts";
import { namedWidth } from "../../sources/headers/headers.ts";
import { createMisreadRows } from "../../sources/misread/misread-rows.ts";
import {
  createRowJudge,
  NO_CUSTOMERS,
  type OddRow,
  RAGGED_ROWS,
} from "../../sources/shape/row-judge.ts";
import type { SourceNotice, SourceRow } from "../../sources/source.ts";
import { createPhoneWriter } from "../../validation/phones.ts";
import { createQuickLook } from "../../validation/quick-look.ts";
import { createRowRules } from "../../validation/row-rules.ts";

/** All that a row is mapped and checked by as long as it is alone; plain data. */
export interface RowRecipe {
  /** 1-based; rows up to it are left out, and so are blank ones. */
  readonly headerRow: number;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  /** All columns of the list, for the problems' column names. */
  readonly columns: readonly ListColumn[];
  /** Rows that look like no customers are read like all others. */
  readonly keepRows?: boolean;
  /** The first campaign is known to take no names of products. */
  readonly amountsOnly?: boolean;
  /** By which phone numbers are judged and written; `loadPhonesFor` comes before. */
  readonly phoneCountry?: string | null;
  /** What a person has said of the dates. */
  readonly dates?: DateCorrections;
  /** As `unusedMeanings` gives them; nothing is found about such columns without. */
  readonly meanings?: UnusedMeanings;
}

/** A row as it is before it meets the others. */
export interface CheckedRow {
  readonly mapped: MappedRow;
  /** What its cells showed when they were mapped; of no customer that first. */
  readonly read: readonly RowProblem[];
  /** What its values show by themselves. */
  readonly own: readonly RowProblem[];
}

export interface ListCheck {
  /** Rows are to come in the list's order: what stands above a row tells what it is. */
  check(row: SourceRow): CheckedRow;
  /** What the values of all these rows show together. */
  findings(): readonly SourceNotice[];
}

/** As `createListCheck`, for rows whose list as a whole does not matter. */
export function createRowCheck(recipe: RowRecipe): ListCheck["check"] {
  return createListCheck(recipe).check;
}

const NO_MEANINGS: UnusedMeanings = new Map();

export function createListCheck(recipe: RowRecipe): ListCheck {
  const { mapping, options, columns, keepRows = false, amountsOnly, dates = {} } = recipe;
  const { phoneCountry = null, meanings = NO_MEANINGS } = recipe;
  const map = createMapper(mapping, columns, dates);
  const writePhone = createPhoneWriter(mapping, phoneCountry);
  const contents = createListContents(columns, mapping, dates, meanings);
  const misread = createMisreadRows();
  const quickLook = createQuickLook(mapping, columns, dates);
  const rules = createRowRules(mapping, options, columns, amountsOnly, phoneCountry);
  const isWanted = createConditionTest(options.conditions ?? [], columns, mapping);
  const named = namedWidth(columns);
  const judge = keepRows ? () => null : createRowJudge(recipe);

  function check(row: SourceRow): CheckedRow {
    const odd = notWanted(row, judge(row));
    const passed = quickLook(row.cells);
    const { mapped: asMapped, problems } = map(row, passed);
    const values = writePhone(asMapped.values);
    const mapped = values === asMapped.values ? asMapped : { ...asMapped, values };
    const isCustomer = odd === null || !NO_CUSTOMERS.has(odd);
    if (isCustomer) contents.add(row);
    const own = withoutEchoes(rules(mapped, passed), problems);
    if (isCustomer && own.some(isMisread)) misread.add(row.number, mapped.values);
    if (odd !== null) return { mapped, read: [oddProblem(row, odd, named), ...problems], own };
    return { mapped, read: problems, own };
  }

  /** Of a row whose values stand in the wrong columns no condition can tell. */
  function notWanted(row: SourceRow, odd: OddRow | null): OddRow | null {
    const mayAsk = odd === null || odd === "row-like-total";
    return mayAsk && isWanted !== null && !isWanted(row) ? "row-not-wanted" : odd;
  }

  return { check, findings: () => [...contents.findings(), ...misread.findings()] };
}

function isMisread({ code }: RowProblem): boolean {
  return code === "letters-misread";
}

/** A true date cell in a field that holds no dates is told as such, and not by its text as well. */
function withoutEchoes(
  own: readonly RowProblem[],
  read: readonly RowProblem[],
): readonly RowProblem[] {
  if (!read.some(({ code }) => code === "became-date")) return own;
  return own.filter(({ code }) => code !== "looks-like-date");
}

function oddProblem(
  { number, cells, fields = cells.length, width }: SourceRow,
  code: OddRow,
  named: number,
): RowProblem {
  const isBroken = RAGGED_ROWS.has(code);
  return {
    row: number,
    column: null,
    field: null,
    code,
    severity: isBroken ? "error" : "warning",
    params: isBroken ? { values: fields, expected: width ?? named } : {},
  };
}

/** Whether a row is none of the list's customers, and left out unless a person puts it back. */
export function isNoCustomer({ code }: RowProblem): boolean {
  return NO_CUSTOMERS.has(code);
}
