import { type FieldName, isCustomField } from "../../../../preload/fields.ts";
import type { CustomFieldLabel, Mapping } from "../../../../preload/types.ts";

interface FieldGroup {
  readonly name: string;
  readonly fields: readonly FieldName[];
}

/** The platform's fields in the groups a person looks for them in. */
const GROUPS: readonly FieldGroup[] = [
  { name: "key", fields: ["code", "card_number"] },
  { name: "person", fields: ["first_name", "last_name", "email", "phone", "custom_date"] },
  {
    name: "address",
    fields: ["street1", "street2", "city", "state", "postal_code", "country"],
  },
  { name: "account", fields: ["customer_username", "customer_password", "customer_PIN"] },
  { name: "points", fields: ["auto_add"] },
];

const OFFERED_CUSTOM = 10;

/** All groups; of the custom fields those with a label, those in use, and the first ten. */
export function fieldGroups(
  labels: readonly CustomFieldLabel[],
  mapping: Mapping,
): readonly FieldGroup[] {
  const custom = new Set<FieldName>(labels.map((label) => label.field));
  for (const { field } of mapping) if (isCustomField(field)) custom.add(field);
  for (let number = 1; number <= OFFERED_CUSTOM; number++) custom.add(`custom_field_${number}`);
  const sorted = [...custom].sort((a, b) => numberOf(a) - numberOf(b));
  return [...GROUPS, { name: "custom", fields: sorted }];
}

function numberOf(field: FieldName): number {
  return Number(field.slice("custom_field_".length));
}
