import type { ImportOptions, ListColumn, Mapping, Severity } from "../../../preload/types.ts";
import type { MappedRow, RowProblem } from "../../common/rows.ts";
import { damageOf } from "../mapping/damage.ts";
import { rulesOf } from "./field-rules.ts";

/**
 * What a row shows by itself, without the rows before it: for a row edited in the review too.
 * `mapped` are the mapper's problems of the same row.
 */
export type RowRules = (row: MappedRow) => readonly RowProblem[];

export function createRowRules(
  mapping: Mapping,
  options: ImportOptions,
  columns: readonly Pick<ListColumn, "index" | "header">[],
): RowRules {
  const headers = new Map(columns.map((column) => [column.index, column.header]));
  const fields = mapping.map((entry, at) => ({
    entry,
    at,
    column: headers.get(entry.columns[0] ?? -1) ?? null,
    rules: rulesOf(entry.field),
  }));
  const fromList = mapping.map((entry) => entry.columns.length > 0);
  const keys = mapping.flatMap((entry, at) =>
    entry.field === "code" || entry.field === "card_number" ? [at] : [],
  );

  return ({ row, values }) => {
    if (!values.some((value, at) => value !== "" && fromList[at] === true)) {
      return [ofRow(row, "row-empty", "error")];
    }
    const problems: RowProblem[] = [];
    for (const { entry, at, column, rules } of fields) {
      const value = values[at] ?? "";
      if (value === "") continue;
      const found = damageOf(entry.field, value);
      if (found !== null) {
        problems.push({ row, column, field: entry.field, severity: "error", ...found });
        continue;
      }
      for (const rule of rules) {
        const finding = rule(value, entry.dateFormat);
        if (finding !== null) {
          problems.push({ row, column, field: entry.field, params: {}, ...finding });
        }
      }
    }
    if (!keys.some((at) => values[at] !== "") && options.generateCardNumbers === null) {
      problems.push(ofRow(row, "row-without-key", "warning"));
    }
    const blocked = delimiterProblem(row, values);
    if (blocked !== null) problems.push(blocked);
    return problems;
  };

  /** "A row whose values hold all three is a validation error, never silently changed." */
  function delimiterProblem(row: number, values: readonly string[]): RowProblem | null {
    // The tab is the rarest of the three and nearly always the slip: its value is the one to mend.
    const tab = values.findIndex((value) => value.includes("\t"));
    if (tab < 0) return null;
    const holds = (delimiter: string) => values.some((value) => value.includes(delimiter));
    if (!holds("|") || !holds(",")) return null;
    const place = fields[tab];
    return {
      row,
      column: place?.column ?? null,
      field: place?.entry.field ?? null,
      code: "holds-every-delimiter",
      severity: "error",
      params: {},
    };
  }
}

function ofRow(row: number, code: string, severity: Severity): RowProblem {
  return { row, column: null, field: null, code, severity, params: {} };
}
