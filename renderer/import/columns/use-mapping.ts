import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FieldName } from "../../../preload/fields.ts";
import type { CustomFieldLabel, Draft, Mapping } from "../../../preload/types.ts";
import { type Texts, useTexts } from "../../kit/use-texts.ts";
import { useAction } from "../../query/use-action.ts";
import { useCall } from "../../query/use-call.ts";
import { fieldGroups } from "./field-groups.ts";

export interface FieldChoice {
  readonly group: string;
  readonly items: readonly { readonly value: FieldName; readonly label: string }[];
}

export interface MappingEditor {
  readonly mapping: Mapping;
  change(mapping: Mapping): void;
  /** Every field with its label, by group name. */
  readonly choices: readonly FieldChoice[];
  labelOf(field: FieldName): string;
}

/** The draft's mapping and the way to change it: shown at once, then kept by the main process. */
export function useMapping(draft: Draft): MappingEditor {
  const client = useQueryClient();
  const texts = useTexts();
  const save = useAction("drafts.setMapping");
  const id = draft.options.connectionId;
  const labels = useCall("connections.customFields", { id: id ?? 1 }, { enabled: id !== null });
  const known = labels.data;
  const { mapping } = draft;
  const choices = useMemo(() => toChoices(known ?? [], mapping, texts), [known, mapping, texts]);
  return {
    mapping,
    change(next) {
      client.setQueryData<Draft>(["drafts.get", { draftId: draft.id }], {
        ...draft,
        mapping: next,
      });
      save.mutate({ draftId: draft.id, mapping: next });
    },
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
