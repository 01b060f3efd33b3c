import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { t } from "../text.ts";

/**
 * Headers of the fields: their names in the API, which are proposed for themselves when the file
 * is imported again. Columns that are left empty on purpose say so.
 */
export function fieldHeaders(fields: readonly FieldName[]): readonly string[] {
  return fields.map((field) =>
    SECRET_FIELDS.has(field) ? t("words:export.emptied", { field }) : field,
  );
}

export function secretNotes(fields: readonly FieldName[]): readonly string[] {
  const secret = fields.filter((field) => SECRET_FIELDS.has(field));
  return secret.length === 0 ? [] : [t("words:export.secret", { fields: secret.join(", ") })];
}

/** A row's values for people to read: secret fields emptied. */
export function withoutSecrets(
  fields: readonly FieldName[],
): (values: readonly string[]) => readonly string[] {
  if (!fields.some((field) => SECRET_FIELDS.has(field))) return (values) => values;
  return (values) =>
    values.map((value, position) => {
      const field = fields[position];
      return field !== undefined && SECRET_FIELDS.has(field) ? "" : value;
    });
}
