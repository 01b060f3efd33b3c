import type { ImportOptions, ListColumn, Mapping } from "../../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../../common/rows.ts";
import { createMapper } from "../../mapping/apply.ts";
import { createRowJudge, NO_CUSTOMERS, type OddRow } from "../../sources/shape/row-judge.ts";
import type { SourceRow } from "../../sources/source.ts";
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
}

/** A row as it is before it meets the others. */
export interface CheckedRow {
  readonly mapped: MappedRow;
  /** What its cells showed when they were mapped. */
  readonly read: readonly RowProblem[];
  /** What its values show by themselves. */
  readonly own: readonly RowProblem[];
}

/** Rows are to come in the list's order: what stands above a row tells what it is. */
export function createRowCheck(recipe: RowRecipe): (row: SourceRow) => CheckedRow {
  const { mapping, options, columns, keepRows = false } = recipe;
  const map = createMapper(mapping, columns);
  const rules = createRowRules(mapping, options, columns);
  const judge = keepRows ? () => null : createRowJudge(recipe);
  return (row) => {
    const odd = judge(row);
    const { mapped, problems } = map(row);
    if (odd === null) return { mapped, read: problems, own: rules(mapped) };
    const told = oddProblem(row, odd);
    // What is no customer breaks no rule of customers.
    return NO_CUSTOMERS.has(odd)
      ? { mapped, read: [told], own: [] }
      : { mapped, read: [told, ...problems], own: rules(mapped) };
  };
}

function oddProblem({ number, fields = 0, width = 0 }: SourceRow, code: OddRow): RowProblem {
  const isBroken = code === "row-too-long" || code === "row-too-short";
  return {
    row: number,
    column: null,
    field: null,
    code,
    severity: isBroken ? "error" : "warning",
    params: isBroken ? { values: fields, expected: width } : {},
  };
}

/** Whether a row is none of the list's customers, and left out unless a person puts it back. */
export function isNoCustomer({ code }: RowProblem): boolean {
  return NO_CUSTOMERS.has(code);
}
