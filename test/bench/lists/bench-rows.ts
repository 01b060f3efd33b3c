import type { FieldName } from "../../../preload/fields.ts";

export const BENCH_FIELDS: readonly FieldName[] = [
  "card_number",
  "code",
  "first_name",
  "last_name",
  "email",
  "phone",
  "custom_date",
  "street1",
  "city",
  "state",
  "postal_code",
  "country",
];

/** A customer as stores have them: 12 fields, found by card number, code and e-mail. */
export function benchRow(index: number): readonly string[] {
  return [
    String(6_036_000_000_000_000 + index * 7),
    `C${index}`,
    "José",
    "García-Núñez",
    `jose.garcia.${index}@example.com`,
    "+1 555 010 0199",
    "1970-07-14",
    `${index} Main Street, Apt. ${index % 40}`,
    "São Paulo",
    "SP",
    "01310-100",
    "Brazil",
  ];
}
