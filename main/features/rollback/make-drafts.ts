import type { Database } from "../../common/sqlite/database.ts";
import { createDraftStore, deleteDraft } from "../../records/drafts/draft-store.ts";
import { finishStaging } from "../../records/drafts/stagings.ts";
import type { Vault } from "../../records/vault/vault.ts";
import { NO_STAMP, type PreparedRestore } from "./prepare.ts";

/**
 * Makes a draft of every prepared restore of an import, to be reviewed and sent like any other.
 * Drafts that wait already get the rows of now, or go where there are none any more.
 */
export function makeRestoreDrafts(
  db: Database,
  vault: Vault,
  importId: number,
  restores: readonly PreparedRestore[],
): readonly number[] {
  const store = createDraftStore(db, vault);
  const waiting = db.prepare("SELECT id, path FROM drafts WHERE restores = ? ORDER BY id");
  const make = db.transaction(() => {
    const former = waiting.all(importId) as { readonly id: number; readonly path: string }[];
    const ids = restores.map((restore) => {
      const { path, fileName, reading, mapping, options, rowBytes } = restore;
      const draftId =
        former.find((draft) => draft.path === path)?.id ??
        store.insert({
          ...{ path, fileName, reading, mapping, options },
          stamp: NO_STAMP,
          ownsFile: false,
          connectionChosen: true,
          step: "review",
          choice: {},
          restores: importId,
          remembered: null,
          blocks: [],
        });
      finishStaging(db, restore.stagingId, { draftId, rowBytes, notices: [] });
      return draftId;
    });
    for (const { id } of former) if (!ids.includes(id)) deleteDraft(db, id);
    return ids;
  });
  return make.immediate();
}
