import fc from "fast-check";
import type { FieldName } from "../../../preload/fields.ts";
import { STANDARD_FIELDS } from "../../../preload/fields.ts";

/** Texts as cells hold them: any letters, many delimiters, no line breaks, whole characters. */
export const cellText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom("|", ",", "\t", "&", "+", "%", "=", " ", '"', "é") },
      { weight: 5, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join("").replace(/[\r\n]/g, " "));

export const fieldList: fc.Arbitrary<readonly FieldName[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom<FieldName>(...STANDARD_FIELDS),
    fc.integer({ min: 1, max: 99 }).map((number): FieldName => `custom_field_${number}`),
  ),
  { minLength: 1, maxLength: 6 },
);

/** A row whose values leave one delimiter free, as validation sees to. */
export function rowOf(fields: readonly FieldName[]): fc.Arbitrary<readonly string[]> {
  return fc
    .array(cellText, { minLength: fields.length, maxLength: fields.length })
    .map((values) => {
      const all = values.join("");
      const holdsAll = all.includes("|") && all.includes(",") && all.includes("\t");
      return holdsAll ? values.map((value) => value.replaceAll("|", "/")) : values;
    });
}
