import { useQueryClient } from "@tanstack/react-query";
import type { Draft, ImportOptions } from "../../../preload/types.ts";
import { useAction } from "../../query/use-action.ts";

export interface OptionsEditor {
  readonly options: ImportOptions;
  change(part: Partial<ImportOptions>): void;
}

/** The draft's options and the way to change them: shown at once, then kept by the main process. */
export function useOptions(draft: Draft): OptionsEditor {
  const client = useQueryClient();
  const save = useAction("drafts.setOptions");
  return {
    options: draft.options,
    change(part) {
      const key = ["drafts.get", { draftId: draft.id }];
      const now = client.getQueryData<Draft>(key) ?? draft;
      const options = { ...now.options, ...part };
      client.setQueryData<Draft>(key, { ...now, options });
      save.mutate({ draftId: draft.id, options });
    },
  };
}
