import type { Database } from "../../common/sqlite/database.ts";
import { chunksWhere } from "../../records/drafts/staged-rows.ts";
import { staysBehind } from "../../records/drafts/status.ts";
import type { Vault } from "../../records/vault/vault.ts";

/** Positions whose problems are copied in one transaction. */
const STEP_ROWS = 5_000;

/** Keeps the rows that are not sent with an import, sealed, for history and exports. */
export function keepLeftovers(
  db: Database,
  vault: Vault,
  stagingId: number,
  importId: number,
): void {
  const insert = db.prepare(
    "INSERT INTO import_leftovers (import_id, chunk, sealed_rows) VALUES (?, ?, ?)",
  );
  let chunk = 0;
  for (const rows of chunksWhere(db, vault, stagingId, staysBehind)) {
    insert.run(importId, chunk, vault.sealJson(rows.map(({ row, values }) => [row, values])));
    chunk += 1;
  }
}

/** Keeps all problems found with an import. Takes small transactions of its own. */
export function copyProblems(db: Database, stagingId: number, importId: number): void {
  const end = db
    .prepare("SELECT max(row_index) FROM staged_problems WHERE staging_id = ?")
    .pluck()
    .get(stagingId) as number | null;
  const copy = db.prepare(
    `INSERT INTO import_problems
       (import_id, seq, row_number, column, field, code, severity, params)
     SELECT :importId, :base + row_number() OVER (ORDER BY row_index, seq),
       row_number, column, field, code, severity, params
     FROM staged_problems
     WHERE staging_id = :stagingId AND row_index >= :from AND row_index < :to AND hidden = 0
     ORDER BY row_index, seq`,
  );
  let base = 0;
  for (let from = 0; end !== null && from <= end; from += STEP_ROWS) {
    base += copy.run({ importId, stagingId, base, from, to: from + STEP_ROWS }).changes;
  }
}
