import type { Database } from "../database/open.ts";
import { createDraftStore } from "../drafts/draft-store.ts";
import { finishStaging } from "../drafts/stagings.ts";
import type { Vault } from "../vault/vault.ts";
import { NO_STAMP, type PreparedRestore } from "./prepare.ts";

/** Makes a draft of every prepared restore, to be reviewed and sent like any other. */
export function makeRestoreDrafts(
  db: Database,
  vault: Vault,
  restores: readonly PreparedRestore[],
): readonly number[] {
  const store = createDraftStore(db, vault);
  const make = db.transaction(() =>
    restores.map((restore) => {
      const { path, fileName, reading, mapping, options, importId } = restore;
      const draftId = store.insert({
        ...{ path, fileName, reading, mapping, options },
        stamp: NO_STAMP,
        ownsFile: false,
        step: "review",
        choice: {},
        restores: importId,
        remembered: null,
        blocks: [],
      });
      finishStaging(db, restore.stagingId, { draftId, rowBytes: restore.rowBytes, notices: [] });
      return draftId;
    }),
  );
  return make.immediate();
}
