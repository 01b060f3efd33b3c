import { type FieldName, SECRET_FIELDS } from "../../../../preload/fields.ts";

/** What stands for a secret value in pages and previews, whatever its length. */
const MASK = "••••";

/** Values as the window may see them. */
export function masked(values: readonly string[], fields: readonly FieldName[]): readonly string[] {
  return values.map((value, at) => {
    const field = fields[at];
    return value !== "" && field !== undefined && SECRET_FIELDS.has(field) ? MASK : value;
  });
}
