import { hasValueTable } from "../../../../preload/fields.ts";
import type { Draft } from "../../../../preload/types.ts";
import { AppError } from "../../../common/errors.ts";
import { secretColumns } from "../../../pipeline/mapping/contents/secret-columns.ts";
import { knownCustomFields } from "../../../records/connections/custom-fields.ts";
import type { Drafts } from "../draft-calls.ts";
import type { DraftKit } from "../draft-kit.ts";
import { choiceOf } from "../draft-view.ts";
import { freshMapping } from "../new-draft.ts";
import { requireFile } from "../require-draft.ts";

type MappingCalls = Pick<
  Drafts,
  "setMapping" | "proposeMapping" | "forgetMapping" | "keepMapping" | "columnValues"
>;

/** The calls about the mapping of a draft. */
export function createMappingCalls(kit: DraftKit): MappingCalls {
  const { db, store, checks, serial, undo, connection, change } = kit;

  /** @param conditions whether those on the rows stay, which were kept with the mapping */
  function proposeAnew(draftId: number, conditions: boolean): Promise<Draft> {
    return serial(draftId, async () => {
      const draft = requireFile(store.get(draftId));
      await checks.stop(draftId);
      const { mapping: before, fileName } = draft;
      const after = freshMapping(draft.reading, knownCustomFields(db, connection(draft)));
      const write = db.transaction(() => {
        undo.mapping({ draftId, fileName, before, after });
        const { conditions: _, ...options } = draft.options;
        const change = { mapping: after, remembered: null, blocks: [] };
        store.update(draftId, conditions ? change : { ...change, options });
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
    columnValues: async ({ draftId, field }) => {
      const draft = requireFile(store.get(draftId));
      const { path, stamp, reading, mapping } = draft;
      const { columns } = reading;
      const entry = mapping.find((each) => each.field === field);
      const secret = secretColumns(columns, mapping);
      const isShown = entry !== undefined && !entry.columns.some((index) => secret.has(index));
      if (!isShown || !hasValueTable(field)) {
        throw new AppError("not-found", { params: { what: "column" } });
      }
      const password = kit.passwords.of(path);
      const choice = { ...choiceOf(draft), ...(password === undefined ? {} : { password }) };
      return await kit.jobs.run("count-values", { path, stamp, choice, columns, entry });
    },
    proposeMapping: ({ draftId }) => proposeAnew(draftId, true),
    forgetMapping: ({ draftId }) => proposeAnew(draftId, false),
    keepMapping: async ({ draftId, name }) => {
      const { mapping, reading, options } = requireFile(store.get(draftId));
      const { columns } = reading;
      const { connectionId } = options;
      const { conditions } = options;
      return kit.mappings.keep({ name, connectionId, columns, mapping, conditions });
    },
  };
}
