import { type FieldName, SECRET_FIELDS } from "../../preload/fields.ts";
import type { ListColumn, Mapping } from "../../preload/types.ts";
import { proposeMapping } from "../mapping/propose.ts";

/** Rows that a proposal looks at. */
const LOOK_ROWS = 100;

export interface ExportColumn {
  readonly header: string;
  readonly field: FieldName;
  /** Place of the value in a row. */
  readonly at: number;
  readonly secret: boolean;
}

/**
 * One column a value: under the list's own header where the value is that column's as it stood,
 * under the field's name (which is always recognised) where it was joined, changed or fixed, and
 * where the column feeds another field already.
 */
export function exportColumns(
  mapping: Mapping,
  columns: readonly ListColumn[],
): readonly ExportColumn[] {
  const headers = new Map(columns.map(({ index, header }) => [index, header]));
  const used = new Set<number>();
  return mapping.map(({ field, columns: [only, ...more], transforms }, at) => {
    const untouched = more.length === 0 && transforms.length === 0;
    const own = only !== undefined && untouched && !used.has(only) ? headers.get(only) : undefined;
    if (own !== undefined && only !== undefined) used.add(only);
    return { header: own ?? field, field, at, secret: SECRET_FIELDS.has(field) };
  });
}

/**
 * A corrected workbook must go where the list went: a header that would be proposed for another
 * field, or for none, gives way to the field's own name. Goes on until every header is read right,
 * as headers are read beside each other.
 */
export function withKnownHeaders(
  columns: readonly ExportColumn[],
  rows: readonly (readonly string[])[],
): readonly ExportColumn[] {
  const sample = rows.slice(0, LOOK_ROWS);
  const proposed = proposeMapping(
    columns.map(({ header }, index) => ({ index, header, samples: [] })),
    sample,
    [],
  );
  const next = columns.map((column, index): ExportColumn => {
    const targets = proposed.filter((each) => each.columns.includes(index));
    const [only] = targets;
    const right =
      targets.length === 1 &&
      only?.field === column.field &&
      only.columns.length === 1 &&
      only.transforms.length === 0;
    return right ? column : { ...column, header: column.field };
  });
  const changed = next.some((column, index) => column.header !== columns[index]?.header);
  return changed ? withKnownHeaders(next, rows) : next;
}
