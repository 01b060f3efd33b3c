import type { Database } from "../../../../common/sqlite/database.ts";
import { loadPhonesFor } from "../../../../pipeline/validation/phones.ts";
import { phoneCountryOf } from "../../../../records/connections/phone-country.ts";
import { readStatus } from "../../../../records/drafts/chunks.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import { createUndoLog } from "../../../../records/undo-log/log.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import { chunksAlike } from "./alike.ts";
import type { BulkRequest } from "./bulk-types.ts";
import { createChunkEditor } from "./chunk-editor.ts";
import { correctRepeats } from "./correct-repeats.ts";
import { beginBulk } from "./running-bulk.ts";

const LABELS = {
  replace: "problem-replaced",
  empty: "problem-emptied",
  "leave-out": "problem-excluded",
} as const;

/**
 * Corrects one problem in all rows that have it, have not gone out and are not left out. Written in
 * steps of a chunk, each a short transaction that also keeps what the rows were before: a correction
 * that was not finished is taken back (`settleBulkCorrections`), so that it is whole or not there.
 * For a process of its own.
 */
export async function applyToAll(
  db: Database,
  vault: Vault,
  request: BulkRequest & { readonly draftId: number },
): Promise<{ readonly changed: number }> {
  const { draftId, stagingId, code, field, how, checked } = request;
  const { fields } = getStaging(db, stagingId);
  await loadPhonesFor(checked.mapping, phoneCountryOf(db, checked.options));
  const editor = createChunkEditor(db, vault, { stagingId, fields, field, checked });
  const bulk = beginBulk(db, vault, { stagingId, editor, done: { code, field, how } });
  const { bulkId } = bulk;
  const status = readStatus(db, stagingId);
  let changed = 0;
  for (const { chunk, rows } of chunksAlike(db, status, { stagingId, code, field })) {
    changed += bulk.correct(chunk, rows);
  }
  if (changed > 0) await correctRepeats(db, vault, stagingId, checked);
  db.transaction(() => {
    if (changed === 0) {
      db.prepare("DELETE FROM bulk_edits WHERE id = ?").run(bulkId);
      return;
    }
    db.prepare("UPDATE bulk_edits SET state = 'done' WHERE id = ?").run(bulkId);
    createUndoLog(db, vault).record({
      label: LABELS[how.kind],
      params: { count: changed },
      stagingId,
      entries: [{ kind: "bulk", payload: { draftId, stagingId, bulkId } }],
    });
  }).immediate();
  return { changed };
}
