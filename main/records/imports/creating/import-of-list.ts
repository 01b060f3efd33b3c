import type { Database } from "../../../common/sqlite/database.ts";
import { column, statement } from "../../../common/sqlite/statement.ts";

/** Keeps with an import by what its file is known again; null where it was gone. */
export function writeFileHash(db: Database, importId: number, hash: Buffer | null): void {
  statement<[hash: Buffer | null, importId: number]>(
    db,
    "UPDATE imports SET file_hash = ? WHERE id = ?",
  ).run(hash, importId);
}

/** Keeps with an import which draft became it. */
export function writeDraft(db: Database, importId: number, draftId: number | null): void {
  statement<[draftId: number | null, importId: number]>(
    db,
    "UPDATE imports SET draft_id = ? WHERE id = ?",
  ).run(draftId, importId);
}

/** The import that a draft became, or null: how a send ended whose process did not say so. */
export function importOfDraft(db: Database, draftId: number): number | null {
  const find = column<[draftId: number], number>(
    db,
    "SELECT id FROM imports WHERE draft_id = ? AND phase = 'queued'",
  );
  return find.get(draftId) ?? null;
}
