import { useMemo } from "react";
import type { FieldName } from "../../../../preload/fields.ts";
import type { CustomFieldLabel, Mapping } from "../../../../preload/types.ts";
import { type Texts, useTexts } from "../../../kit/text/use-texts.ts";
import { useCall } from "../../../query/use-call.ts";
import { fieldGroups } from "./field-groups.ts";

export interface FieldChoice {
  readonly group: string;
  readonly items: readonly { readonly value: FieldName; readonly label: string }[];
}

export interface FieldChoices {
  /** Every field with its label, by group name. */
  readonly choices: readonly FieldChoice[];
  labelOf(field: FieldName): string;
}

/** The platform's fields as a connection names them; null where none is chosen. */
export function useFieldChoices(connectionId: number | null, mapping: Mapping): FieldChoices {
  const texts = useTexts();
  const enabled = connectionId !== null;
  const known = useCall("connections.customFields", { id: connectionId ?? 1 }, { enabled }).data;
  const choices = useMemo(() => toChoices(known ?? [], mapping, texts), [known, mapping, texts]);
  return {
    choices,
    labelOf: (field) => known?.find((one) => one.field === field)?.label ?? texts.field(field),
  };
}

function toChoices(
  labels: readonly CustomFieldLabel[],
  mapping: Mapping,
  texts: Texts,
): readonly FieldChoice[] {
  return fieldGroups(labels, mapping).map(({ name, fields }) => ({
    group: name,
    items: fields.map((value) => ({
      value,
      label: labels.find((one) => one.field === value)?.label ?? texts.field(value),
    })),
  }));
}
