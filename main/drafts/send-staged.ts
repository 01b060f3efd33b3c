import type { Database } from "better-sqlite3";
import type { ListColumn } from "../../preload/types.ts";
import type { ImportSpec } from "../delivery/enqueue.ts";
import { AppError } from "../errors.ts";
import type { Vault } from "../vault/vault.ts";
import { deleteDraft } from "./draft-store.ts";
import { enqueueStaged } from "./enqueue-staged.ts";
import { rememberMapping } from "./remembered.ts";
import { stagingOfDraft } from "./stagings.ts";

/** A draft whose rows go into the queue now; plain data. */
export interface SendRequest {
  readonly draftId: number;
  readonly stagingId: number;
  readonly spec: Omit<ImportSpec, "checked">;
  readonly columns: readonly ListColumn[];
}

/**
 * Queues a checked draft: the import becomes visible, the mapping is remembered and the draft is
 * gone in one transaction, or nothing has changed.
 * @throws AppError "draft-gone" where another window sent or changed it; as enqueueImport
 */
export function sendStaged(
  db: Database,
  vault: Vault,
  request: SendRequest,
  hooks: { readonly onProgress?: (rows: number) => void } = {},
): { readonly importId: number } {
  const { draftId, stagingId, spec } = request;
  return enqueueStaged(db, vault, stagingId, spec, {
    ...(hooks.onProgress === undefined ? {} : { onProgress: hooks.onProgress }),
    withQueued(importId) {
      if (stagingOfDraft(db, draftId)?.id !== stagingId) throw new AppError("draft-gone");
      db.prepare("UPDATE imports SET draft_id = ? WHERE id = ?").run(draftId, importId);
      if (spec.undoesImportId === undefined) {
        rememberMapping(db, {
          name: spec.fileName,
          named: false,
          connectionId: spec.connection.id,
          columns: request.columns,
          mapping: spec.mapping,
        });
      }
      deleteDraft(db, draftId);
    },
  });
}

/** The import that a draft became, or null: how a send ended whose process did not say so. */
export function importOfDraft(db: Database, draftId: number): number | null {
  const id = db
    .prepare("SELECT id FROM imports WHERE draft_id = ? AND phase = 'queued'")
    .pluck()
    .get(draftId) as number | undefined;
  return id ?? null;
}
