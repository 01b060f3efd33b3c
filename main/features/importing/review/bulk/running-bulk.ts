import type { Database } from "../../../../common/sqlite/database.ts";
import type { Vault } from "../../../../records/vault/vault.ts";
import { isMeant, replaced } from "./alike.ts";
import type { BulkDone, ChangedRow, PutCells, Replacement } from "./bulk-types.ts";
import type { ChunkEditor, OpenChunk } from "./chunk-editor.ts";
import { sealHow } from "./kept-how.ts";

/** A correction of many rows that is being written. */
interface RunningBulk {
  readonly bulkId: number;
  /**
   * Corrects these rows of a chunk and keeps what they were before, in one transaction. Answers how
   * many it changed.
   */
  correct(chunk: number, rows: readonly number[]): number;
}

/** Notes that a correction runs in this process, and writes it chunk by chunk. */
export function beginBulk(
  db: Database,
  vault: Vault,
  about: { readonly stagingId: number; readonly editor: ChunkEditor; readonly done: BulkDone },
): RunningBulk {
  const { stagingId, editor, done } = about;
  const { lastInsertRowid } = db
    .prepare(
      "INSERT INTO bulk_edits (staging_id, state, pid, sealed_how) VALUES (?, 'running', ?, ?)",
    )
    .run(stagingId, process.pid, sealHow(vault, done));
  const bulkId = Number(lastInsertRowid);
  const keep = db.prepare(
    "INSERT INTO bulk_edit_steps (bulk_id, chunk, sealed_before) VALUES (?, ?, ?)",
  );
  return {
    bulkId,
    correct(chunk, rows) {
      const step = planStep(editor, { chunk, rows, how: done.how });
      if (step === null) return 0;
      db.transaction(() => {
        keep.run(bulkId, chunk, vault.sealJson(step.before));
        step.write();
      }).immediate();
      return step.before.length;
    },
  };
}

interface Step {
  readonly before: readonly ChangedRow[];
  write(): void;
}

/** What changes in one chunk; null for nothing. */
function planStep(
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
