import { type FieldName, isFieldName, STANDARD_FIELDS } from "../../../../preload/fields.ts";

const BY_LOWER_CASE = new Map(STANDARD_FIELDS.map((field) => [field.toLowerCase(), field]));

/** `first_name`, `CUSTOMER_PIN`, `custom_field_3`, `Custom Field 3`. */
export function apiField(header: string): FieldName | null {
  const text = header.trim().toLowerCase();
  const custom = /^custom[ _]?field[ _]?(\d+)$/.exec(text);
  const name = custom === null ? (BY_LOWER_CASE.get(text) ?? text) : `custom_field_${custom[1]}`;
  return isFieldName(name) ? name : null;
}
