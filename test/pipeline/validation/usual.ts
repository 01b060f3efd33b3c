import type { FieldName } from "../../../preload/fields.ts";
import type { DateFormat, ImportOptions, ListColumn, Mapping } from "../../../preload/types.ts";

/** The options of an import as most people leave them. */
export const options: ImportOptions = {
  connectionId: 1,
  campaigns: ["1106069098931231"],
  duplicates: "update",
  generateCardNumbers: null,
  keepUndoState: true,
  repeatedRows: "keep-all",
};

/** A column for each field, in this order. */
export function mappingOf(fields: readonly FieldName[], dateFormat?: DateFormat): Mapping {
  return fields.map((field, index) => ({
    field,
    columns: [index],
    transforms: [],
    ...(dateFormat === undefined ? {} : { dateFormat }),
  }));
}

export function columnsOf(fields: readonly FieldName[]): readonly ListColumn[] {
  return fields.map((field, index) => ({ index, header: `Header ${field}`, samples: [] }));
}
