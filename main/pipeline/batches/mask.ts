import { type FieldName, SECRET_FIELDS } from "../../../preload/fields.ts";
import type { MappedRow } from "../../common/rows.ts";
import type { Parameter } from "./form.ts";

/** What stands in place of a secret; the same length whatever the secret's. */
export const MASK = "••••••";

const SECRET_PARAMETERS: ReadonlySet<string> = new Set(["user_api_key", "user_password"]);

/** Parameters as they may be shown. */
export function maskParameters(parameters: readonly Parameter[]): readonly Parameter[] {
  return parameters.map((each) =>
    SECRET_PARAMETERS.has(each.name) ? { name: each.name, value: MASK } : each,
  );
}

/** A row's values as they may be shown; empty ones stay empty. */
export function createRowMask(
  fields: readonly FieldName[],
): (values: readonly string[]) => readonly string[] {
  const secret = fields.map((field) => SECRET_FIELDS.has(field));
  if (!secret.includes(true)) return (values) => values;
  return (values) =>
    values.map((value, position) => (secret[position] === true && value !== "" ? MASK : value));
}

/** Passwords and PINs of a batch's rows, for taking them out of what a server says about it. */
export function secretValues(
  fields: readonly FieldName[],
  rows: readonly MappedRow[],
): ReadonlySet<string> {
  const places = fields.flatMap((field, place) => (SECRET_FIELDS.has(field) ? [place] : []));
  if (places.length === 0) return new Set();
  return new Set(rows.flatMap(({ values }) => places.map((place) => values[place] ?? "")));
}
