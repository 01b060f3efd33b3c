import type { FieldName } from "../../../preload/fields.ts";
import type { StoredFields } from "../store/customers.ts";

/** One data row, its parts sorted by what they are for. */
export interface BatchRow {
  /** "" where missing or blank. */
  readonly code: string;
  readonly cardNumber: string;
  readonly autoAdd: string;
  /** Every other field of the batch, "" where empty. */
  readonly fields: StoredFields;
}

const NOT_STORED: ReadonlySet<FieldName> = new Set(["code", "card_number", "auto_add"]);

/** Turns values in the order of the header into a row with names. */
export function namedRow(fields: readonly FieldName[], values: readonly string[]): BatchRow {
  const given = Object.fromEntries(
    fields.map((field, index) => [field, values[index] ?? ""]),
  ) as Partial<Record<FieldName, string>>;
  return {
    code: blankAsEmpty(given.code),
    cardNumber: blankAsEmpty(given.card_number),
    autoAdd: blankAsEmpty(given.auto_add),
    fields: Object.fromEntries(
      Object.entries(given).filter(([field]) => !NOT_STORED.has(field as FieldName)),
    ),
  };
}

/** A key of blanks is no key; any other value stays exactly as it came. */
function blankAsEmpty(text: string | undefined): string {
  return text === undefined || text.trim() === "" ? "" : text;
}
