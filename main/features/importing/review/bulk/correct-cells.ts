import type { FieldName } from "../../../../../preload/fields.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { CHUNK_ROWS, readStatus } from "../../../../records/drafts/chunks.ts";
import { isClosed } from "../../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import { createUndoLog } from "../../../../records/undo-log/log.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import { beginBulk, planStep } from "./apply-to-all.ts";
import type { CellsRequest } from "./bulk-types.ts";
import { createChunkEditor } from "./chunk-editor.ts";
import { correctRepeats } from "./correct-repeats.ts";

const LABELS = {
  paste: "cells-pasted",
  fill: "cells-filled",
  empty: "cells-emptied",
} as const;

/**
 * Corrects many cells at once, as one change. Rows that have gone out stay as they are. One correction
 * a field, each written in steps of a chunk as `applyToAll` does; they count together, or not at all.
 * For a process of its own.
 */
export async function correctCells(
  db: Database,
  vault: Vault,
  { draftId, stagingId, cells, kind, checked }: CellsRequest,
): Promise<{ readonly changed: number; readonly closed: number }> {
  const { fields } = getStaging(db, stagingId);
  const status = readStatus(db, stagingId);
  const open = cells.filter(({ index }) => index < status.length && !isClosed(status[index]));
  const keep = db.prepare(
    "INSERT INTO bulk_edit_steps (bulk_id, chunk, sealed_before) VALUES (?, ?, ?)",
  );
  const bulkIds: number[] = [];
  let changed = 0;
  for (const [field, own] of Map.groupBy(open, (cell): FieldName => cell.field)) {
    const editor = createChunkEditor(db, vault, { stagingId, fields, field, checked });
    const values = own.map(({ index, value }) => [index, value] as const);
    const how = { kind: "cells", values } as const;
    const bulkId = beginBulk(db, vault, stagingId, { code: "", field, how });
    bulkIds.push(bulkId);
    const chunks = Map.groupBy(own, ({ index }) => Math.floor(index / CHUNK_ROWS));
    for (const [chunk, inChunk] of [...chunks].sort(([a], [b]) => a - b)) {
      const rows = inChunk.map(({ index }) => index);
      const step = planStep(editor, { chunk, rows, how });
      if (step === null) continue;
      db.transaction(() => {
        keep.run(bulkId, chunk, vault.sealJson(step.before));
        step.write();
      }).immediate();
      changed += step.before.length;
    }
  }
  if (changed > 0) await correctRepeats(db, vault, stagingId, checked);
  db.transaction(() => {
    const end = db.prepare(
      changed === 0
        ? "DELETE FROM bulk_edits WHERE id = ?"
        : "UPDATE bulk_edits SET state = 'done' WHERE id = ?",
    );
    for (const bulkId of bulkIds) end.run(bulkId);
    if (changed === 0) return;
    createUndoLog(db, vault).record({
      label: LABELS[kind],
      params: { count: changed },
      stagingId,
      entries: bulkIds.map((bulkId) => ({
        kind: "bulk",
        payload: { draftId, stagingId, bulkId },
      })),
    });
  }).immediate();
  return { changed, closed: cells.length - open.length };
}
