import { type FieldName, KEY_FIELDS } from "../../../preload/fields.ts";
import type { ImportOptions, Mapping } from "../../../preload/types.ts";

type Options = Pick<ImportOptions, "generateCardNumbers">;

/**
 * Whether sending a list twice does no harm as far as its setup tells. Not idempotent: `auto_add`
 * is mapped (it adds again), card numbers are generated (a second customer is made), or no key
 * field is mapped. A single row without a key makes its batch not idempotent all the same.
 */
export function isIdempotent(mapping: Mapping, options: Options): boolean {
  return areFieldsIdempotent(
    mapping.map((each) => each.field),
    options,
  );
}

export function areFieldsIdempotent(fields: readonly FieldName[], options: Options): boolean {
  return (
    options.generateCardNumbers === null &&
    !fields.includes("auto_add") &&
    fields.some((field) => KEY_FIELDS.has(field))
  );
}

/** Positions of the key fields among a row's values; a row with all of them blank has no key. */
export function keyPositions(fields: readonly FieldName[]): readonly number[] {
  return fields.flatMap((field, position) => (KEY_FIELDS.has(field) ? [position] : []));
}

export function hasKey(values: readonly string[], positions: readonly number[]): boolean {
  return positions.some((position) => (values[position] ?? "").trim() !== "");
}
