/**
 * The customer fields of the batch API, in the order of its documentation
 * ("profiles_header_1..n"). `custom_field_N` is open-ended: any N from 1.
 */
export const STANDARD_FIELDS = [
  "card_number",
  "code",
  "first_name",
  "last_name",
  "email",
  "phone",
  "custom_date",
  "street1",
  "street2",
  "city",
  "state",
  "postal_code",
  "country",
  "customer_username",
  "customer_password",
  "customer_PIN",
  "auto_add",
] as const;

export type StandardField = (typeof STANDARD_FIELDS)[number];
export type CustomField = `custom_field_${number}`;
export type FieldName = StandardField | CustomField;

const CUSTOM = /^custom_field_[1-9]\d{0,3}$/;

/** Whether a text is a field name the API knows. */
export function isFieldName(text: string): text is FieldName {
  return (STANDARD_FIELDS as readonly string[]).includes(text) || CUSTOM.test(text);
}

export function isCustomField(field: FieldName): field is CustomField {
  return CUSTOM.test(field);
}

/** Fields whose values never appear in clear in a log, an error, an export or a preview. */
export const SECRET_FIELDS: ReadonlySet<FieldName> = new Set<FieldName>([
  "customer_password",
  "customer_PIN",
]);

/** Fields that tell one customer from another; at least one is wanted in every list. */
export const KEY_FIELDS: ReadonlySet<FieldName> = new Set<FieldName>(["code", "card_number"]);

/** Values of a column that are counted by themselves; the rows of others are counted together. */
export const MAX_VALUES = 10_000;
/** Longer ones are no value that many rows share. */
export const MAX_VALUE_LENGTH = 1_000;
/** Values of one field that become others. */
export const MAX_VALUE_PAIRS = 1_000;

const SHARED: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(["city", "state", "postal_code", "country", "auto_add"] as const),
]);

/**
 * Fields whose values can be changed in a table, each once: not those that are one customer's alone
 * by their meaning, and no secrets.
 */
export function hasValueTable(field: FieldName): boolean {
  return !KEY_FIELDS.has(field) && !SECRET_FIELDS.has(field) && field !== "customer_username";
}

/**
 * Fields whose values many customers share, so that a table of them is worth keeping; it is kept
 * with the mapping, in clear, and no names, addresses and keys belong there.
 */
export function keepsValueTable(field: FieldName): boolean {
  return SHARED.has(field) || isCustomField(field);
}
