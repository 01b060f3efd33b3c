import type { Database } from "../../../../common/sqlite/database.ts";
import { loadPhones } from "../../../../pipeline/validation/phones.ts";
import { phoneCountryOf } from "../../../../records/connections/phone-country.ts";
import { readStatus } from "../../../../records/drafts/chunks.ts";
import { getStaging } from "../../../../records/drafts/stagings.ts";
import { createUndoLog } from "../../../../records/undo-log/log.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import { chunksAlike, isMeant, replaced } from "./alike.ts";
import type { BulkDone, BulkRequest, ChangedRow, PutCells, Replacement } from "./bulk-types.ts";
import { type ChunkEditor, createChunkEditor, type OpenChunk } from "./chunk-editor.ts";
import { correctRepeats } from "./correct-repeats.ts";
import { sealHow } from "./kept-how.ts";

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
  if (phoneCountryOf(db, checked.options) !== null) await loadPhones();
  const editor = createChunkEditor(db, vault, { stagingId, fields, field, checked });
  const bulkId = beginBulk(db, vault, stagingId, { code, field, how });
  const keep = db.prepare(
    "INSERT INTO bulk_edit_steps (bulk_id, chunk, sealed_before) VALUES (?, ?, ?)",
  );
  const status = readStatus(db, stagingId);
  let changed = 0;
  for (const { chunk, rows } of chunksAlike(db, status, { stagingId, code, field })) {
    const step = planStep(editor, { chunk, rows, how });
    if (step === null) continue;
    db.transaction(() => {
      keep.run(bulkId, chunk, vault.sealJson(step.before));
      step.write();
    }).immediate();
    changed += step.before.length;
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

interface Step {
  readonly before: readonly ChangedRow[];
  write(): void;
}

/** What changes in one chunk; null for nothing. */
export function planStep(
  editor: ChunkEditor,
  about: {
    readonly chunk: number;
    readonly rows: readonly number[];
    readonly how: BulkDone["how"];
  },
): Step | null {
  const { chunk, rows, how } = about;
  if (how.kind === "leave-out") {
    const before = rows.map((index): ChangedRow => [index, null]);
    return { before, write: () => editor.setLeftOut(chunk, rows, true) };
  }
  const open = editor.open(chunk);
  const wanted =
    how.kind === "replace" ? rows.filter((index) => isMeant(how, open.valueAt(index))) : rows;
  const changes = correctedRows(editor, open, wanted, how);
  const real = changes.filter(([index, after]) => after !== open.correctionAt(index));
  if (real.length === 0) return null;
  const before = real.map(([index]): ChangedRow => [index, open.correctionAt(index)]);
  return { before, write: () => editor.setValues(open, real) };
}

/** The corrections that these rows get. */
export function correctedRows(
  editor: ChunkEditor,
  open: OpenChunk,
  rows: readonly number[],
  how: Replacement | PutCells | { readonly kind: "empty" },
): readonly ChangedRow[] {
  const put = new Map(how.kind === "cells" ? how.values : []);
  return rows.map((index) => {
    const before = open.valueAt(index);
    const value = how.kind === "replace" ? replaced(how, before) : (put.get(index) ?? "");
    return [index, editor.correctionFor(open, index, value)];
  });
}

export function beginBulk(db: Database, vault: Vault, stagingId: number, how: BulkDone): number {
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO bulk_edits (staging_id, state, pid, sealed_how) VALUES (?, 'running', ?, ?)",
    )
    .run(stagingId, process.pid, sealHow(vault, how));
  return Number(lastInsertRowid);
}
