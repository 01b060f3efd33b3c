import type { FieldName } from "../../../../../preload/fields.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { CHUNK_ROWS, readStatus } from "../../../../records/drafts/chunks.ts";
import { isClosed } from "../../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import { createUndoLog } from "../../../../records/undo-log/log.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { CellsRequest } from "./bulk-types.ts";
import { createChunkEditor } from "./chunk-editor.ts";
import { correctRepeats } from "./correct-repeats.ts";
import { beginBulk } from "./running-bulk.ts";

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
  const bulkIds: number[] = [];
  let changed = 0;
  for (const [field, own] of Map.groupBy(open, (cell): FieldName => cell.field)) {
    const editor = createChunkEditor(db, vault, { stagingId, fields, field, checked });
    const values = own.map(({ index, value }) => [index, value] as const);
    const how = { kind: "cells", values } as const;
    const bulk = beginBulk(db, vault, { stagingId, editor, done: { code: "", field, how } });
    bulkIds.push(bulk.bulkId);
    const chunks = Map.groupBy(own, ({ index }) => Math.floor(index / CHUNK_ROWS));
    for (const [chunk, inChunk] of [...chunks].sort(([a], [b]) => a - b)) {
      const rows = inChunk.map(({ index }) => index);
      changed += bulk.correct(chunk, rows);
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
