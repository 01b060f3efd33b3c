import { useQueryClient } from "@tanstack/react-query";
import type { Draft, Mapping } from "../../../preload/types.ts";
import { useAction } from "../../query/use-action.ts";
import { type FieldChoices, useFieldChoices } from "./fields/use-field-choices.ts";

export interface MappingEditor extends FieldChoices {
  readonly mapping: Mapping;
  /** Whose country the phone numbers have; null where none is chosen. */
  readonly connectionId: number | null;
  change(mapping: Mapping): void;
}

/** The draft's mapping and the way to change it: shown at once, then kept by the main process. */
export function useMapping(draft: Draft): MappingEditor {
  const client = useQueryClient();
  const save = useAction("drafts.setMapping");
  const { mapping } = draft;
  const { connectionId } = draft.options;
  return {
    mapping,
    connectionId,
    change(next) {
      client.setQueryData<Draft>(["drafts.get", { draftId: draft.id }], {
        ...draft,
        mapping: next,
      });
      save.mutate({ draftId: draft.id, mapping: next });
    },
    ...useFieldChoices(connectionId, mapping),
  };
}
