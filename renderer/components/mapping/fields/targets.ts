import type { FieldName } from "../../../../preload/fields.ts";
import type {
  AmountFormat,
  DateFormat,
  FieldMapping,
  Mapping,
  Transform,
} from "../../../../preload/types.ts";
import { type PartName, parts } from "../transforms/transforms.ts";

/** Changes of a mapping as the mapping step makes them; each answers a new mapping. */

/** The fields a column feeds, in the mapping's order. */
export function targetsOf(mapping: Mapping, column: number): readonly FieldMapping[] {
  return mapping.filter((target) => target.columns.includes(column));
}

export function addTarget(mapping: Mapping, column: number, field: FieldName): Mapping {
  const rest = mapping.filter((target) => target.field !== field);
  return [...rest, { field, columns: [column], transforms: [] }];
}

export function removeTarget(mapping: Mapping, column: number, field: FieldName): Mapping {
  return mapping.flatMap((target) => {
    if (target.field !== field) return [target];
    const columns = target.columns.filter((one) => one !== column);
    return columns.length === 0 ? [] : [{ ...target, columns }];
  });
}

/** Points a column from one field to another; a field another column fed comes over. */
export function moveTarget(
  mapping: Mapping,
  column: number,
  from: FieldName | null,
  to: FieldName | null,
): Mapping {
  if (from === to) return mapping;
  const without = from === null ? mapping : removeTarget(mapping, column, from);
  return to === null ? without : addTarget(without, column, to);
}

function change(
  mapping: Mapping,
  field: FieldName,
  edit: (target: FieldMapping) => FieldMapping,
): Mapping {
  return mapping.map((target) => {
    if (target.field !== field) return target;
    const { confidence: _, ...chosen } = edit(target);
    return chosen;
  });
}

export function setTransforms(
  mapping: Mapping,
  field: FieldName,
  transforms: readonly Transform[],
): Mapping {
  return change(mapping, field, (target) => ({ ...target, transforms }));
}

/** @param format undefined: as the values show it */
export function setDateFormat(
  mapping: Mapping,
  field: FieldName,
  format: DateFormat | undefined,
): Mapping {
  return change(mapping, field, ({ dateFormat: _, dateSource: __, ...target }) =>
    format === undefined ? target : { ...target, dateFormat: format },
  );
}

export function setAmountFormat(
  mapping: Mapping,
  field: FieldName,
  amountFormat: AmountFormat,
): Mapping {
  return change(mapping, field, (target) => ({ ...target, amountFormat }));
}

/** Adds a column behind those whose values the field already joins, or takes it away again. */
export function setJoined(
  mapping: Mapping,
  field: FieldName,
  column: number,
  joined: boolean,
): Mapping {
  if (!joined) return removeTarget(mapping, column, field);
  return change(mapping, field, (target) => ({ ...target, columns: [...target.columns, column] }));
}

/** One value for every customer, from no column. */
export function setFixed(mapping: Mapping, field: FieldName, fixed: string): Mapping {
  const rest = mapping.filter((target) => target.field !== field);
  return [...rest, { field, columns: [], fixed, transforms: [] }];
}

export function removeField(mapping: Mapping, field: FieldName): Mapping {
  return mapping.filter((target) => target.field !== field);
}

/**
 * Takes a full name apart: first word to the first name, the rest to the last name; or by the
 * comma behind which the first name stands in most of `samples`.
 */
export function splitName(mapping: Mapping, column: number, samples: readonly string[]): Mapping {
  const commas = samples.filter((sample) => /^[^,]+,[^,]+$/.test(sample)).length;
  const byComma = commas * 2 > samples.length;

  const rest = mapping.filter(
    (target) =>
      target.field !== "first_name" &&
      target.field !== "last_name" &&
      !target.columns.includes(column),
  );
  return [
    ...rest,
    part("first_name", column, byComma ? "afterComma" : "first"),
    part("last_name", column, byComma ? "beforeComma" : "rest"),
  ];
}

function part(field: FieldName, column: number, name: PartName): FieldMapping {
  return { field, columns: [column], transforms: [{ kind: "split", ...parts[name] }] };
}
