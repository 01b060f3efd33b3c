import type { FieldName } from "../../preload/fields.ts";
import { t } from "./text.ts";

/** A field's name as a person says it. */
export function fieldWord(field: FieldName): string {
  const custom = /^custom_field_(\d+)$/.exec(field);
  return custom === null
    ? t(`words:fields.${field}`)
    : t("words:fields.custom_field", { number: custom[1] ?? "" });
}
