import type { FieldName } from "../../../preload/fields.ts";
import { KEY_FIELDS } from "../../../preload/fields.ts";

/** Characters that no cell text holds; they keep neighbouring values apart. */
const VALUE_END = "\u001f";
const NAME_END = "\u001e";

/**
 * The text that names a row: fields and values, fields sorted, so that the same row
 * has the same identity whatever the order of its columns. Empty values are left out.
 */
export function createRowIdentity(
  fields: readonly FieldName[],
): (values: readonly string[]) => string {
  const order = fields
    .map((field, position) => ({ name: `${field}${NAME_END}`, field, position }))
    .sort((a, b) => (a.field < b.field ? -1 : a.field > b.field ? 1 : 0));
  return (values) => {
    let text = "";
    for (const { name, position } of order) {
      const value = values[position];
      if (value) text += name + value + VALUE_END;
    }
    return text;
  };
}

/** The texts that tell one customer from another: "code" and "card_number" where not blank. */
export function createKeyIdentities(
  fields: readonly FieldName[],
): (values: readonly string[]) => readonly string[] {
  const keys = fields.flatMap((field, position) =>
    KEY_FIELDS.has(field) ? [{ name: `${field}${NAME_END}`, position }] : [],
  );
  return (values) =>
    keys.flatMap(({ name, position }) => {
      const value = (values[position] ?? "").trim();
      return value === "" ? [] : [name + value];
    });
}
