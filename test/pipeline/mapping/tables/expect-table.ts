import { expect } from "vitest";
import { proposeMapping } from "../../../../main/pipeline/mapping/propose.ts";
import type { CustomFieldLabel, ListColumn, Mapping } from "../../../../preload/types.ts";
import type { ListTable } from "./list-table.ts";

function columnsOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly ListColumn[] {
  return headers.map((header, index) => ({
    index,
    header,
    samples: rows
      .map((row) => row[index] ?? "")
      .filter((value) => value !== "")
      .slice(0, 3),
  }));
}

export function propose(
  headers: readonly string[],
  rows: readonly (readonly string[])[] = [],
  custom: readonly CustomFieldLabel[] = [],
): Mapping {
  return proposeMapping(columnsOf(headers, rows), rows, custom);
}

export function fieldsOf(mapping: Mapping, column: number): string {
  const fields = mapping
    .filter((entry) => entry.columns.includes(column))
    .map((each) => each.field);
  return fields.length === 0 ? "-" : fields.join("+");
}

export function expectTable(table: ListTable): void {
  const mapping = propose(table.headers, table.rows);
  const found = table.headers.map((header, at) => `${header} | ${fieldsOf(mapping, at)}`);
  expect(found).toEqual(table.headers.map((header, at) => `${header} | ${table.expected[at]}`));
}
