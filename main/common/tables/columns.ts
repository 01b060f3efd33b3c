import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import { t } from "../text.ts";
import type { Cell } from "./table.ts";

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

const DECIMAL = /^\d+\.\d+$/;

/**
 * A row's values as cells of an export, secret fields emptied. What an import adds to a customer is
 * a number; all else is text, whatever it looks like.
 * `isOpen`: the row's amount stands as it was typed, as nobody knows what it means.
 */
export function fieldCells(
  fields: readonly FieldName[],
): (values: readonly string[], isOpen?: boolean) => readonly Cell[] {
  const clean = withoutSecrets(fields);
  const amount = fields.indexOf("auto_add");
  return (values, isOpen = false) => {
    const cells = clean(values);
    const text = cells[amount];
    if (isOpen || text === undefined || !DECIMAL.test(text)) return cells;
    return cells.map((cell, at): Cell => (at === amount ? { number: cell } : cell));
  };
}
