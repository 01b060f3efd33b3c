import { isFieldName } from "../../preload/fields.ts";
import type { CustomFieldLabel, ListColumn, Mapping } from "../../preload/types.ts";

export function proposeMapping(
  columns: readonly ListColumn[],
  _rows: readonly (readonly string[])[],
  _customFields: readonly CustomFieldLabel[],
): Mapping {
  return columns.flatMap((column) =>
    isFieldName(column.header)
      ? [
          {
            field: column.header,
            columns: [column.index],
            transforms: [],
            confidence: "certain" as const,
          },
        ]
      : [],
  );
}
