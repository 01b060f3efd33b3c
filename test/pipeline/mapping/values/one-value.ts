import { createMapper } from "../../../../main/pipeline/mapping/apply.ts";
import { createRowRules, type RowRules } from "../../../../main/pipeline/validation/row-rules.ts";
import type { FieldName } from "../../../../preload/fields.ts";
import type { FieldMapping, ImportOptions } from "../../../../preload/types.ts";

export const options = {
  generateCardNumbers: null,
  repeatedRows: "keep-all",
} as unknown as ImportOptions;

export const columns = [
  { index: 0, header: "Value", samples: [] },
  { index: 1, header: "Card", samples: [] },
];

/** What becomes of one cell in a row beside a card number: the value that goes, and what is told. */
export function readValue(
  field: FieldName,
  cell: string,
  { card = "7001", ...about }: Partial<FieldMapping> & { readonly card?: string } = {},
): {
  readonly value: string | undefined;
  readonly told: ReturnType<RowRules>;
} {
  const isKey = field === "card_number";
  const mapping: readonly FieldMapping[] = [
    { field, columns: [0], transforms: [], ...about },
    ...(isKey ? [] : [{ field: "card_number" as const, columns: [1], transforms: [] }]),
  ];
  const { mapped, problems } = createMapper(mapping, columns)({ number: 2, cells: [cell, card] });
  const told = [...problems, ...createRowRules(mapping, options, columns)(mapped)];
  return { value: mapped.values[0], told };
}

/** The value with what is told of it: `Ann | trimmed`; an error has an exclamation mark. */
export function read(field: FieldName, cell: string, about: Partial<FieldMapping> = {}): string {
  const { value, told } = readValue(field, cell, about);
  return [
    value,
    ...told.map(({ severity, code }) => (severity === "error" ? `${code}!` : code)),
  ].join(" | ");
}
