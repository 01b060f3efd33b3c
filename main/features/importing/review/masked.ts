import { type FieldName, SECRET_FIELDS } from "../../../../preload/fields.ts";
import { MASK } from "../../../pipeline/mapping/contents/secret-columns.ts";

/** Values as the window may see them. */
export function masked(values: readonly string[], fields: readonly FieldName[]): readonly string[] {
  return values.map((value, at) => {
    const field = fields[at];
    return value !== "" && field !== undefined && SECRET_FIELDS.has(field) ? MASK : value;
  });
}
