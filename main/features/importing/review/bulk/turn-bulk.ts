import { AppError } from "../../../../common/errors.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { loadPhonesFor } from "../../../../pipeline/validation/phones.ts";
import { phoneCountryOf } from "../../../../records/connections/phone-country.ts";
import { readStatus } from "../../../../records/drafts/chunks.ts";
import { isClosed } from "../../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { BulkTurn, ChangedRow } from "./bulk-types.ts";
import { createChunkEditor } from "./chunk-editor.ts";
import { correctRepeats } from "./correct-repeats.ts";
import { openHow } from "./kept-how.ts";
import { correctedRows } from "./running-bulk.ts";

interface StoredBulk {
  readonly stagingId: number;
  readonly sealedHow: Buffer;
}

interface StoredStep {
  readonly chunk: number;
  readonly before: Buffer;
}

/**
 * Takes a bulk correction back, or does it again, step by step; done twice it does no harm. One that is
 * interrupted counts as unfinished and is taken back.
 * @throws AppError "undo-log-changed" where the check it was made in is gone
 */
export async function turnBulk(
  db: Database,
  vault: Vault,
  { bulkId, direction, checked }: BulkTurn,
): Promise<null> {
  const bulk = db
    .prepare("SELECT staging_id AS stagingId, sealed_how AS sealedHow FROM bulk_edits WHERE id = ?")
    .get(bulkId) as StoredBulk | undefined;
  if (bulk === undefined) throw new AppError("undo-log-changed");
  const { stagingId } = bulk;
  const { field, how } = openHow(vault, bulk.sealedHow);
  const { fields } = getStaging(db, stagingId);
  await loadPhonesFor(checked.mapping, phoneCountryOf(db, checked.options));
  const editor = createChunkEditor(db, vault, { stagingId, fields, field, checked });
  const mark = db.prepare("UPDATE bulk_edits SET state = ?, pid = ? WHERE id = ?");
  mark.run("running", process.pid, bulkId);
  const next = db.prepare(
    `SELECT chunk, sealed_before AS before FROM bulk_edit_steps
     WHERE bulk_id = ? AND chunk > ? ORDER BY chunk LIMIT 1`,
  );
  const status = readStatus(db, stagingId);
  let chunk = -1;
  for (;;) {
    const step = next.get(bulkId, chunk) as StoredStep | undefined;
    if (step === undefined) break;
    ({ chunk } = step);
    const all = vault.openJson<readonly ChangedRow[]>(step.before);
    const before = all.filter(([index]) => !isClosed(status[index]));
    const rows = before.map(([index]) => index);
    if (how.kind === "leave-out") {
      db.transaction(() => editor.setLeftOut(step.chunk, rows, direction === "redo")).immediate();
      continue;
    }
    const open = editor.open(chunk);
    const values = direction === "undo" ? before : correctedRows(editor, open, rows, how);
    db.transaction(() => editor.setValues(open, values)).immediate();
  }
  await correctRepeats(db, vault, stagingId, checked);
  mark.run("done", process.pid, bulkId);
  return null;
}
