import { type FieldName, SECRET_FIELDS } from "../../../../preload/fields.ts";
import type { ListColumn, Mapping } from "../../../../preload/types.ts";
import { fieldHeaders } from "../../../common/tables/columns.ts";
import { t } from "../../../common/text.ts";
import { isAddedHeader } from "../../../pipeline/mapping/own-export.ts";
import { proposeMapping } from "../../../pipeline/mapping/propose.ts";

/** Rows that a proposal looks at. */
export const LOOK_ROWS = 100;

interface ExportColumn {
  readonly header: string;
  readonly field: FieldName;
}

/** Headers of the columns that stand behind the fields. */
export function addedHeaders(): readonly string[] {
  return [t("words:export.row"), t("words:export.reason")];
}

/**
 * One column a value: under the list's own header where the value is that column's as it stood and
 * the header is read as its field; under the field's name (which is always recognised) where it
 * was joined, changed, fixed or left out, where the column feeds another field already, and where
 * its header is one of those that an export adds.
 * `rows`: the first rows of the export, as they will be written.
 */
export function exportHeaders(
  mapping: Mapping,
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const headers = new Map(columns.map(({ index, header }) => [index, header]));
  const used = new Set<number>();
  const drafted = mapping.map(({ field, columns: [only, ...more], transforms }) => {
    const untouched = more.length === 0 && transforms.length === 0 && !SECRET_FIELDS.has(field);
    const own = only !== undefined && untouched && !used.has(only) ? headers.get(only) : undefined;
    if (own !== undefined && only !== undefined) used.add(only);
    const [name = field] = fieldHeaders([field]);
    return { header: own === undefined || isAddedHeader(own) ? name : own, field };
  });
  return withKnownHeaders(drafted, rows).map(({ header }) => header);
}

/**
 * A corrected workbook must go where the list went: a header that would be proposed for another
 * field, or for none, gives way to the field's own name. Goes on until every header is read right,
 * as headers are read beside each other; with the values as they are and without any, as they will
 * be others when they are corrected.
 */
function withKnownHeaders(
  columns: readonly ExportColumn[],
  rows: readonly (readonly string[])[],
): readonly ExportColumn[] {
  const headers = [...columns.map(({ header }) => header), ...addedHeaders()];
  const listed = headers.map((header, index) => ({ index, header, samples: [] }));
  const readings = [rows.slice(0, LOOK_ROWS), []].map((seen) => proposeMapping(listed, seen, []));
  const next = columns.map((column, index): ExportColumn => {
    if (SECRET_FIELDS.has(column.field)) return column;
    const right = readings.every((mapping) => goesTo(mapping, index, column.field));
    return right ? column : { ...column, header: column.field };
  });
  const changed = next.some((column, index) => column.header !== columns[index]?.header);
  return changed ? withKnownHeaders(next, rows) : next;
}

function goesTo(mapping: Mapping, index: number, field: FieldName): boolean {
  const [only, ...more] = mapping.filter((each) => each.columns.includes(index));
  return (
    only !== undefined &&
    more.length === 0 &&
    only.field === field &&
    only.columns.length === 1 &&
    only.transforms.length === 0
  );
}
