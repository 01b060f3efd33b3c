import { setImmediate as nextTurn } from "node:timers/promises";
import type { FieldName } from "../../../../../preload/fields.ts";
import type { Database } from "../../../../common/sqlite/database.ts";
import { CHUNK_ROWS, readStatus } from "../../../../records/drafts/chunks.ts";
import { isClosed } from "../../../../records/drafts/sent-rows.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import { LEFT_OUT } from "../../../../records/drafts/status.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import type { BulkRequest, Replacement } from "./bulk-types.ts";
import { createChunkEditor } from "./chunk-editor.ts";

/** A problem that rows have alike, in one field or as a whole. */
interface Alike {
  readonly stagingId: number;
  readonly code: string;
  readonly field: FieldName | null;
}

/** The rows that have a problem, have not gone out and are not left out, chunk by chunk. */
export function* chunksAlike(
  db: Database,
  status: Uint8Array,
  { stagingId, code, field }: Alike,
): Generator<{ readonly chunk: number; readonly rows: readonly number[] }> {
  const affected = db
    .prepare(
      `SELECT DISTINCT row_index FROM staged_problems WHERE staging_id = ? AND row_index >= ?
         AND row_index < ? AND code = ? AND field IS ? AND hidden = 0`,
    )
    .pluck();
  for (let chunk = 0; chunk * CHUNK_ROWS < status.length; chunk += 1) {
    const from = chunk * CHUNK_ROWS;
    const all = affected.all(stagingId, from, from + CHUNK_ROWS, code, field) as number[];
    const rows = all.filter((index) => isOpen(status[index]));
    if (rows.length > 0) yield { chunk, rows };
  }
}

/** How many rows a replacement would change. */
export async function countMeant(
  db: Database,
  vault: Vault,
  { stagingId, code, field, how, checked }: BulkRequest & { readonly how: Replacement },
): Promise<number> {
  const { fields } = getStaging(db, stagingId);
  const editor = createChunkEditor(db, vault, { stagingId, fields, field, checked });
  let count = 0;
  for (const { chunk, rows } of chunksAlike(db, readStatus(db, stagingId), {
    ...{ stagingId, code, field },
  })) {
    await nextTurn();
    const open = editor.open(chunk);
    count += rows.filter((index) => isMeant(how, open.valueAt(index))).length;
  }
  return count;
}

/** Rows that have gone out or are left out concern nobody any more, and were not counted. */
function isOpen(status = 0): boolean {
  return !isClosed(status) && (status & LEFT_OUT) === 0;
}

/** Whether a value is one that is to be replaced. */
export function isMeant({ from, part = false }: Replacement, value: string): boolean {
  return part ? from !== "" && value.includes(from) : value === from;
}

/** What such a value becomes. */
export function replaced({ from, to, part = false }: Replacement, value: string): string {
  return part ? value.replaceAll(from, () => to) : to;
}
