import type { Draft } from "../../../../preload/types.ts";
import { knownCustomFields } from "../../../records/connections/custom-fields.ts";
import type { Drafts } from "../draft-calls.ts";
import type { DraftKit } from "../draft-kit.ts";
import { freshMapping } from "../new-draft.ts";
import { requireFile } from "../require-draft.ts";

type MappingCalls = Pick<Drafts, "setMapping" | "proposeMapping" | "forgetMapping" | "keepMapping">;

/** The calls about the mapping of a draft. */
export function createMappingCalls(kit: DraftKit): MappingCalls {
  const { db, store, checks, serial, undo, connection, change } = kit;

  function proposeAnew(draftId: number): Promise<Draft> {
    return serial(draftId, async () => {
      const draft = requireFile(store.get(draftId));
      await checks.stop(draftId);
      const { mapping: before, fileName } = draft;
      const after = freshMapping(draft.reading, knownCustomFields(db, connection(draft)));
      const write = db.transaction(() => {
        undo.mapping({ draftId, fileName, before, after });
        store.update(draftId, { mapping: after, remembered: null, blocks: [] });
      });
      write.immediate();
      return await change(draftId, () => ({}));
    });
  }

  return {
    setMapping: ({ draftId, mapping }) =>
      serial(draftId, async () => {
        const { mapping: before, fileName } = requireFile(store.get(draftId));
        await checks.stop(draftId);
        const write = db.transaction(() => {
          undo.mapping({ draftId, fileName, before, after: mapping });
          store.update(draftId, { mapping, blocks: [] });
        });
        write.immediate();
        return await change(draftId, () => ({}));
      }),
    proposeMapping: ({ draftId }) => proposeAnew(draftId),
    forgetMapping: ({ draftId }) => proposeAnew(draftId),
    keepMapping: async ({ draftId, name }) => {
      const { mapping, reading, options } = requireFile(store.get(draftId));
      const { columns } = reading;
      const { connectionId } = options;
      return kit.mappings.keep({ name, connectionId, columns, mapping });
    },
  };
}
